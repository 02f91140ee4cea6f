"""The `agreement` part of the exchange format → content tree; the way back of `encoding`."""

from datetime import date
from uuid import NAMESPACE_URL, UUID, uuid5

from agreements import tree
from core.richtext import normalise


def decode(agreement: dict, organisations: list[dict] | None = None) -> tree.AgreementTree:
    """Return the tree of a schema-valid `agreement` object and its envelope's `organisations`.

    A key that is no UUID becomes one that is the same for the same word. Section texts pass the
    one normaliser (decision 6).
    """
    sections = tuple(_section(one) for one in agreement.get("sections", []))
    found = _SectionFinder(agreement.get("sections", []))
    renewal = agreement.get("renewal") or {}
    return tree.AgreementTree(
        key=_key(agreement),
        title=agreement["title"],
        language=agreement.get("language") or "sv",
        subtitle=agreement.get("subtitle") or "",
        kind=agreement.get("kind") or "",
        document_date=_day(agreement.get("document_date")),
        signed=agreement.get("signed"),
        signed_on=_day(agreement.get("signed_on")),
        signed_at=agreement.get("signed_at") or "",
        valid_from=_day(agreement.get("valid_from")),
        valid_to=_day(agreement.get("valid_to")),
        validity_text=agreement.get("validity_text") or "",
        renewal_rule=renewal.get("rule", ""),
        renewal_text=renewal.get("text") or "",
        revised_every=_interval(renewal.get("revised_every")),
        terminated_on=_day(agreement.get("terminated_on")),
        terminated_by=agreement.get("terminated_by") or "",
        termination_notified_on=_day(agreement.get("termination_notified_on")),
        area=agreement.get("area") or "",
        legal_basis=tuple(agreement.get("legal_basis", ())),
        programmes=tuple(agreement.get("programmes", ())),
        organisations=tuple(
            tree.Organisation(
                name=one["name"],
                kind=one["kind"],
                part_of=tuple(one.get("part_of", ())),
                ended_on=_day(one.get("ended_on")),
            )
            for one in organisations or agreement.get("organisations", [])
        ),
        part_of=agreement.get("part_of") or "",
        part_of_title=agreement.get("part_of") or "",
        extensions=tuple(
            tree.Extension(
                # Absent in stored bytes, where null is left out.
                to=_day(one.get("to")),
                decided_on=_day(one.get("decided_on")),
                text=one.get("text") or "",
            )
            for one in agreement.get("extensions", [])
        ),
        supersedes=tuple(
            tree.Superseded(reference=one, title=one) for one in agreement.get("supersedes", [])
        ),
        parties=tuple(_party(one) for one in agreement.get("parties", [])),
        sections=sections,
        goals=tuple(_goal(one) for one in agreement.get("goals", [])),
        bodies=tuple(_body(one) for one in agreement.get("bodies", [])),
        duties=tuple(_duty(one, found) for one in agreement.get("duties", [])),
        appendices=tuple(
            tree.Appendix(title=one["title"], text=one.get("text") or "")
            for one in agreement.get("appendices", [])
        ),
    )


def key_of(word: str) -> UUID:
    """Return the key that a file's `word` stands for: itself, or the same one for the same word."""
    try:
        return UUID(word)
    except ValueError:
        return uuid5(NAMESPACE_URL, word)


def _key(node: dict) -> UUID | None:
    word = node.get("key")
    return key_of(word) if word else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _interval(value: dict | None) -> tree.Interval | None:
    return tree.Interval(value["n"], value["unit"]) if value else None


def _party(party: dict) -> tree.Party:
    logo = party.get("logo")
    return tree.Party(
        key=_key(party),
        organisation=party["organisation"],
        kind=party["kind"],
        display_name=party.get("display_name") or "",
        part_of=tuple(party.get("part_of", ())),
        ended_on=_day(party.get("ended_on")),
        registry_number=party.get("registry_number") or "",
        logo=logo and tree.Logo(logo["sha256"], logo["media_type"], logo["alternative_text"]),
        signatories=tuple(
            tree.Signatory(
                key=_key(one),
                name=one.get("name") or "",
                title=one.get("title") or "",
                unit=one.get("unit") or "",
                mandate=one.get("mandate") or "",
                order=one.get("order"),
                signed_on=_day(one.get("signed_on")),
                signed_at=one.get("signed_at") or "",
                method=one.get("method") or "",
            )
            for one in party.get("signatories", [])
        ),
    )


def _part(part: dict) -> tree.TextPart | tree.BlockPart:
    if "text" in part:
        return tree.TextPart(text=normalise(part["text"]))
    return tree.BlockPart(block=part["block"], style=part.get("style") or "")


def _parts(parts: list[dict]) -> tuple[tree.TextPart | tree.BlockPart, ...]:
    """Give the parts that say something: a text of empty paragraphs is none."""
    said = (_part(one) for one in parts)
    return tuple(one for one in said if not (isinstance(one, tree.TextPart) and not one.text))


def _section(section: dict) -> tree.Section:
    return tree.Section(
        key=_key(section),
        heading=section.get("heading") or "",
        parts=_parts(section.get("parts", [])),
        sections=tuple(_section(one) for one in section.get("sections", [])),
    )


def _goal(goal: dict) -> tree.Goal:
    return tree.Goal(
        key=_key(goal),
        text=goal["text"],
        kind=goal.get("kind") or "",
        prevention=goal.get("prevention") or "",
        goals=tuple(_goal(one) for one in goal.get("goals", [])),
    )


def _body(body: dict) -> tree.Body:
    return tree.Body(
        key=_key(body),
        name=body["name"],
        kind=body.get("kind") or "",
        part_of=body.get("part_of") or "",
        area=body.get("area") or "",
        number_text=body.get("number_text") or "",
        mandate=body.get("mandate") or "",
        decides=tuple(body.get("decides", ())),
        meets=body.get("meets") or "",
        seats=tuple(
            tree.Seat(
                name=one.get("name") or "",
                title=one.get("title") or "",
                organisation=one.get("organisation") or "",
                function=one.get("function") or "",
            )
            for one in body.get("members", [])
        ),
    )


def _duty(duty: dict, found: "_SectionFinder") -> tree.Duty:
    reference = duty.get("section") or ""
    place = found.place(reference)
    return tree.Duty(
        key=_key(duty),
        subject=duty["subject"],
        strength=duty["strength"],
        every=_interval(duty.get("every")),
        responsible=tuple(duty.get("responsible", ())),
        decided_by=duty.get("decided_by") or "",
        recipient=duty.get("recipient") or "",
        section=place,
        section_reference="" if place else reference,
        text=duty.get("text") or "",
    )


def place_words(place: tuple[int, ...]) -> tuple[str, str]:
    """Return the words a place goes by; the second is for where a heading reads as the first."""
    word = ".".join(str(number) for number in place)
    return word, f"#{word}"


class _SectionFinder:
    """Finds the place of the section that a duty names by key, heading or place."""

    def __init__(self, sections: list[dict]) -> None:
        self.places: dict[str, tuple[int, ...]] = {}
        # A key comes before a heading, a heading before a place; the first in the text counts.
        for name in ("key", "heading", None):
            self._add(sections, (), name)

    def _add(self, sections: list[dict], above: tuple[int, ...], name: str | None) -> None:
        for number, section in enumerate(sections, start=1):
            place = (*above, number)
            for word in [section.get(name)] if name else place_words(place):
                if word:
                    self.places.setdefault(word, place)
            self._add(section.get("sections", []), place, name)

    def place(self, reference: str) -> tuple[int, ...]:
        """Return the place of the section, or () when there is none such."""
        return self.places.get(reference, ())
