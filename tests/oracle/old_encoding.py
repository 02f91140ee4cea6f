"""Content tree → the `agreement` part of the exchange format, and its canonical bytes."""

from collections.abc import Mapping
from datetime import date

from agreements import tree
from agreements.choices import RenewalRule
from core.canonical import canonical_bytes
from tests.oracle.old_decoding import place_words


def encode(agreement: tree.AgreementTree, *, keys: bool) -> dict:
    """Return `agreement` as the schema's `agreement` object, empty values left out.

    With `keys` every row carries its key; without, as in the hashed bytes, references to rows are
    by title, heading or place (decision 4).
    """
    return _Encoder(agreement, keys).agreement()


def content_bytes(agreement: tree.AgreementTree) -> bytes:
    """Return the canonical bytes of `agreement`: what is stored, hashed and locked."""
    return canonical_bytes(
        encode(agreement, keys=False)
        | {"organisations": [organisation(named) for named in agreement.organisations]}
    )


def organisation(named: tree.Organisation) -> dict:
    """Return the schema's `organisation` object."""
    return _filled(
        name=named.name, kind=named.kind, part_of=list(named.part_of), ended_on=_day(named.ended_on)
    )


def _filled(**values) -> dict:
    """Leave out what is empty, but keep False and 0."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _interval(value: tree.Interval | None) -> Mapping | None:
    return {"n": value.n, "unit": value.unit} if value else None


class _Encoder:
    """Encodes one tree; knows which section a reference means."""

    def __init__(self, agreement: tree.AgreementTree, keys: bool) -> None:
        self.tree = agreement
        self.keys = keys
        self.sections = dict(agreement.walk_sections())
        self.first_with_heading: dict[str, tuple[int, ...]] = {}
        for place, section in self.sections.items():
            self.first_with_heading.setdefault(section.heading, place)

    def key(self, node: tree.Node) -> str | None:
        return str(node.key) if self.keys and node.key else None

    def agreement(self) -> dict:
        top = self.tree
        return _filled(
            key=self.key(top),
            title=top.title,
            subtitle=top.subtitle,
            language=top.language if top.language != "sv" else None,
            kind=top.kind,
            document_date=_day(top.document_date),
            signed=top.signed,
            signed_on=_day(top.signed_on),
            signed_at=top.signed_at,
            valid_from=_day(top.valid_from),
            valid_to=_day(top.valid_to),
            validity_text=top.validity_text,
            renewal=self.renewal(),
            extensions=[
                {"to": _day(one.to)} | _filled(decided_on=_day(one.decided_on), text=one.text)
                for one in top.extensions
            ],
            terminated_on=_day(top.terminated_on),
            terminated_by=top.terminated_by,
            termination_notified_on=_day(top.termination_notified_on),
            area=top.area,
            legal_basis=list(top.legal_basis),
            programmes=list(top.programmes),
            parties=[self.party(one) for one in top.parties],
            sections=[self.section(one) for one in top.sections],
            goals=[self.goal(one) for one in top.goals],
            bodies=[self.body(one) for one in top.bodies],
            duties=[self.duty(one) for one in top.duties],
            appendices=[_filled(title=one.title, text=one.text) for one in top.appendices],
            part_of=top.part_of if self.keys else top.part_of_title,
            supersedes=[one.reference if self.keys else one.title for one in top.supersedes],
        )

    def renewal(self) -> dict | None:
        top = self.tree
        said = _filled(text=top.renewal_text, revised_every=_interval(top.revised_every))
        if not top.renewal_rule and not said:
            return None
        # The schema wants a rule; a wording without one leaves it unknown.
        return {"rule": top.renewal_rule or RenewalRule.UNKNOWN.value} | said

    def party(self, party: tree.Party) -> dict:
        logo = party.logo
        return _filled(
            key=self.key(party),
            organisation=party.organisation,
            kind=party.kind,
            display_name=party.display_name,
            part_of=list(party.part_of),
            ended_on=_day(party.ended_on),
            registry_number=party.registry_number,
            logo=logo
            and {
                "sha256": logo.sha256,
                "media_type": logo.media_type,
                "alternative_text": logo.alternative_text,
            },
            signatories=[
                _filled(
                    key=self.key(one),
                    name=one.name,
                    title=one.title,
                    unit=one.unit,
                    mandate=one.mandate,
                    order=one.order,
                    signed_on=_day(one.signed_on),
                    signed_at=one.signed_at,
                    method=one.method,
                )
                for one in party.signatories
            ],
        )

    def section(self, section: tree.Section) -> dict:
        return _filled(
            key=self.key(section),
            heading=section.heading,
            parts=[
                {"text": part.text}
                if isinstance(part, tree.TextPart)
                else _filled(block=part.block, style=part.style)
                for part in section.parts
                if not (isinstance(part, tree.TextPart) and not part.text)
            ],
            sections=[self.section(one) for one in section.sections],
        )

    def goal(self, goal: tree.Goal) -> dict:
        return _filled(
            key=self.key(goal),
            text=goal.text,
            kind=goal.kind,
            prevention=goal.prevention,
            goals=[self.goal(one) for one in goal.goals],
        )

    def body(self, body: tree.Body) -> dict:
        return _filled(
            key=self.key(body),
            name=body.name,
            kind=body.kind,
            part_of=body.part_of,
            area=body.area,
            number_text=body.number_text,
            mandate=body.mandate,
            decides=list(body.decides),
            meets=body.meets,
            members=[
                _filled(
                    name=one.name,
                    title=one.title,
                    organisation=one.organisation,
                    function=one.function,
                )
                for one in body.seats
            ],
        )

    def duty(self, duty: tree.Duty) -> dict:
        return _filled(
            key=self.key(duty),
            subject=duty.subject,
            strength=duty.strength,
            every=_interval(duty.every),
            responsible=list(duty.responsible),
            decided_by=duty.decided_by,
            recipient=duty.recipient,
            section=self.section_reference(duty),
            text=duty.text,
        )

    def section_reference(self, duty: tree.Duty) -> str:
        """Name the duty's section by its heading where that is enough to find it again."""
        section = self.sections.get(duty.section)
        if section is None:
            return duty.section_reference
        if section.heading and self.first_with_heading[section.heading] == duty.section:
            return section.heading
        if self.keys and section.key:
            return str(section.key)
        word, other = place_words(duty.section)
        return other if word in self.first_with_heading else word
