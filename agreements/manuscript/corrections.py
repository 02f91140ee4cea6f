"""What a person corrected in the facts of a manuscript, over what the program read in its text.

Kept in `Manuscript.decisions`, as JSON and only where it differs from what was read, so that what
nobody touched follows the text when the role of a paragraph is changed:

    facts     field of `Facts` → what was written instead
    parties   rows of `party_rows` that were changed, added or removed
    not       duties not to take, by the keys of `numbered`
    outcome   "draft" or "signed"
    anew      whether a draft leaves old dates, places and registry numbers out
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from agreements import tree
from agreements.manuscript.proposal import Facts, RecognisedDuty, RecognisedParty
from agreements.manuscript.renewing import begun_anew

DRAFT, SIGNED = "draft", "signed"

DAYS = ("document_date", "signed_on", "valid_from", "valid_to")
WORDS = ("title", "subtitle", "signed_at", "validity_text", "renewal_rule", "renewal_text")
PARTY = ("name", "kind", "display_name", "registry_number")
PERSON = ("name", "title", "unit")


def corrected(facts: Facts, decisions: Mapping) -> Facts:
    """Return `facts` with what a person decided instead."""
    said = decisions.get("facts", {})
    left_out = set(decisions.get("not", ()))
    now = replace(
        facts,
        **{name: _day(said[name]) for name in DAYS if name in said},
        **{name: said[name] for name in WORDS if name in said},
        is_signed=decisions.get("outcome", DRAFT) == SIGNED,
        parties=_parties(facts, decisions.get("parties", ())),
        duties=tuple(duty for key, duty in numbered(facts.duties) if key not in left_out),
    )
    return begun_anew(now, facts) if decisions.get("anew") and not now.is_signed else now


def numbered(duties: Iterable[RecognisedDuty]) -> list[tuple[str, RecognisedDuty]]:
    """Return each duty with its key: the place of its paragraph, and its number there."""
    count: dict[int, int] = {}
    keyed = []
    for duty in duties:
        count[duty.paragraph] = count.get(duty.paragraph, 0) + 1
        keyed.append((f"{duty.paragraph}.{count[duty.paragraph]}", duty))
    return keyed


def facts_said(facts: Facts) -> dict[str, str]:
    """Return the days and words of `facts` as a decision writes them."""
    return {name: _written(getattr(facts, name)) for name in (*DAYS, *WORDS)}


def differing_facts(facts: Facts, said: Mapping[str, object]) -> dict[str, str]:
    """Return what `said` says otherwise than `facts`."""
    read = facts_said(facts)
    written = {name: _written(said[name]) for name in read if name in said}
    return {name: value for name, value in written.items() if value != read[name]}


def party_rows(facts: Facts, said: Iterable[Mapping] = ()) -> list[dict]:
    """Return the parties as rows of a form, with the rows `said` in the place of those read.

    A row has the fields `PARTY`, its `signatories` with the fields `PERSON`, whether to `remove`
    it, and as `found` the name that was read in the text: by it a row is known again after the
    text was read anew. A row added by hand has none.
    """
    people = {
        party.name: _rows(party.signatories, PERSON, lambda one: one.name or one.title)
        for party in facts.parties
    }
    parties = _rows(facts.parties, PARTY, lambda party: party.name)
    for party in parties:
        party["signatories"] = people[party["found"]]
    rows = _exchanged(parties, said)
    for row in rows:
        read = people.get(row["found"], [])
        if row["signatories"] is not read:
            row["signatories"] = _exchanged(read, row["signatories"])
    return rows


def differing_parties(facts: Facts, rows: Iterable[Mapping]) -> list[dict]:
    """Return those of `rows` that say something else than the text; of signatories likewise."""
    read = {row["found"]: row for row in party_rows(facts)}
    differing = []
    for row in rows:
        party = read.get(row["found"]) if row["found"] else None
        people = party["signatories"] if party else []
        changed = row | {"signatories": [one for one in row["signatories"] if one not in people]}
        if party is None or changed != party | {"signatories": []}:
            differing.append(changed)
    return differing


def _rows(nodes: Iterable, names: tuple[str, ...], known_as) -> list[dict]:
    return [
        {"found": known_as(node), "remove": False} | {name: getattr(node, name) for name in names}
        for node in nodes
    ]


def _exchanged(read: list[dict], said: Iterable[Mapping]) -> list[dict]:
    """Put the rows of `said` in the place of those read, and the others last."""
    said = [dict(row) for row in said]
    by_name = {row["found"]: row for row in said if row["found"]}
    known = {row["found"] for row in read}
    added = [row for row in said if row["found"] not in known and not row["remove"]]
    return [by_name.get(row["found"], row) for row in read] + added


def _parties(facts: Facts, said: Iterable[Mapping]) -> tuple[RecognisedParty, ...]:
    read = {party.name: party for party in facts.parties}
    parties = []
    for row in party_rows(facts, said):
        party = read.get(row["found"], RecognisedParty(name=row["name"]))
        people = {one.name or one.title: one for one in party.signatories}
        signatories = tuple(
            replace(people.get(one["found"], tree.Signatory()), **_values(one, PERSON))
            for one in row["signatories"]
            if not one["remove"] and (one["name"] or one["title"])
        )
        if row["name"] and not row["remove"]:
            values = _values(row, PARTY)
            parties.append(replace(party, **values, signatories=signatories))
    return tuple(parties)


def _values(row: Mapping, names: tuple[str, ...]) -> dict[str, str]:
    return {name: row[name] for name in names}


def _written(value) -> str:
    return value.isoformat() if isinstance(value, date) else value or ""


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None
