"""The agreement as a kind of document: its rows, its blocks and their words, in one place.

A new kind of row is declared here; `tests/kinds` then asks for it everywhere.
"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements import tree
from agreements.choices import Block, DutySubject, PartKind
from agreements.forms import structure, text
from agreements.models import (
    Agreement,
    Appendix,
    Body,
    Duty,
    Goal,
    Party,
    Seat,
    Section,
    SectionPart,
    Signatory,
    Supersession,
)
from core.richtext import plain
from documents.kinds import BlockKind, DocumentKind, RowKind, WordPlace

#: Of a long text no more than this is read to find its first words.
_BEGINNING = 400


def _part_name(part: tree.TextPart | tree.BlockPart) -> str:
    if isinstance(part, tree.BlockPart):
        return Block(part.block).label
    return plain(part.text)[:_BEGINNING] or _("Empty text")


def _part_form(part: SectionPart) -> type[text.RowForm]:
    return text.BlockForm if part.kind == PartKind.BLOCK else text.TextForm


AGREEMENT_ROW = RowKind(
    model=Agreement,
    nodes=(tree.AgreementTree,),
    below={
        "supersedes": "supersession",
        "parties": "party",
        "sections": "section",
        "goals": "goal",
        "bodies": "body",
        "duties": "duty",
        "appendices": "appendix",
    },
    form=text.AgreementForm,
    phrases={"changed": gettext_lazy("changed the facts of the agreement")},
    short_name=lambda agreement: agreement.title,
    texts=(
        "title",
        "subtitle",
        "validity_text",
        "renewal_text",
        "area",
        "legal_basis",
        "programmes",
    ),
    refreshes_document=True,
    word=(
        WordPlace(code="title", column="title", is_front=True),
        WordPlace(code="subt", column="subtitle", is_front=True, may_be_empty=True),
        WordPlace(code="valid", column="validity_text", may_be_empty=True),
        WordPlace(code="renew", column="renewal_text", may_break=True, may_be_empty=True),
        WordPlace(code="date", is_front=True),
        WordPlace(code="above", is_front=True),
        WordPlace(code="sgnd"),
        WordPlace(code="vline"),
        WordPlace(code="again"),
    ),
)

SUPERSESSION = RowKind(
    model=Supersession,
    nodes=(tree.Superseded,),
    short_name=lambda replaced: replaced.title,
)

SECTION = RowKind(
    model=Section,
    nodes=(tree.Section,),
    below={"parts": "part", "sections": "section"},
    form=text.SectionForm,
    new_form=text.NewSectionForm,
    phrases={
        "added": gettext_lazy("added the section “%(name)s”"),
        "changed": gettext_lazy("renamed a section “%(name)s”"),
        "moved": gettext_lazy("moved the section “%(name)s”"),
        "deleted": gettext_lazy("deleted the section “%(name)s”"),
    },
    add_label=gettext_lazy("New section"),
    add_under_label=gettext_lazy("New subsection"),
    short_name=lambda section: section.heading or _("Section without a heading"),
    texts=("heading",),
    word=(WordPlace(code="sect", column="heading", may_be_empty=True, carries_row=True),),
)

PART = RowKind(
    model=SectionPart,
    nodes=(tree.TextPart, tree.BlockPart),
    form=_part_form,
    new_form=text.NewPartForm,
    phrases={
        "added": gettext_lazy("added a text in “%(name)s”"),
        "changed": gettext_lazy("changed the text in “%(name)s”"),
        "moved": gettext_lazy("moved a text in “%(name)s”"),
        "deleted": gettext_lazy("deleted a text in “%(name)s”"),
    },
    add_label=gettext_lazy("New text"),
    short_name=_part_name,
    texts=("text",),
    word=(WordPlace(code="part", column="text", is_long=True, carries_row=True),),
)

GOAL = RowKind(
    model=Goal,
    nodes=(tree.Goal,),
    below={"goals": "goal"},
    form=structure.GoalForm,
    phrases={
        "added": gettext_lazy("added the goal “%(name)s”"),
        "changed": gettext_lazy("changed the goal “%(name)s”"),
        "moved": gettext_lazy("moved the goal “%(name)s”"),
        "deleted": gettext_lazy("deleted the goal “%(name)s”"),
    },
    add_label=gettext_lazy("New goal"),
    add_under_label=gettext_lazy("New sub-goal"),
    short_name=lambda goal: goal.text,
    texts=("text",),
    word=(WordPlace(code="goal", column="text", may_break=True, carries_row=True),),
)

PARTY = RowKind(
    model=Party,
    nodes=(tree.Party,),
    below={"signatories": "signatory"},
    form=structure.PartyForm,
    phrases={
        "added": gettext_lazy("added the party %(name)s"),
        "changed": gettext_lazy("changed the party %(name)s"),
        "moved": gettext_lazy("moved the party %(name)s"),
        "deleted": gettext_lazy("deleted the party %(name)s"),
    },
    add_label=gettext_lazy("New party"),
    short_name=lambda party: party.name,
    texts=("organisation", "display_name"),
    refreshes_document=True,
    word=(
        WordPlace(code="party", column="display_name"),
        WordPlace(code="mast", is_front=True),
        WordPlace(code="sgns"),
    ),
)

SIGNATORY = RowKind(
    model=Signatory,
    nodes=(tree.Signatory,),
    form=structure.SignatoryForm,
    phrases={
        "added": gettext_lazy("added the signatory %(name)s"),
        "changed": gettext_lazy("changed the signatory %(name)s"),
        "moved": gettext_lazy("moved the signatory %(name)s"),
        "deleted": gettext_lazy("deleted the signatory %(name)s"),
    },
    add_label=gettext_lazy("New signatory"),
    short_name=lambda person: person.name or person.title or _("Unnamed signatory"),
    texts=("name", "title", "unit"),
    refreshes_document=True,
    word=(
        WordPlace(code="name", column="name", may_be_empty=True),
        WordPlace(code="role", column="title", may_be_empty=True),
        WordPlace(code="unit", column="unit", may_be_empty=True),
        WordPlace(code="prow"),
    ),
)

BODY = RowKind(
    model=Body,
    nodes=(tree.Body,),
    below={"seats": "seat"},
    form=structure.BodyForm,
    phrases={
        "added": gettext_lazy("added the body %(name)s"),
        "changed": gettext_lazy("changed the body %(name)s"),
        "moved": gettext_lazy("moved the body %(name)s"),
        "deleted": gettext_lazy("deleted the body %(name)s"),
    },
    add_label=gettext_lazy("New body"),
    short_name=lambda body: body.name,
    texts=("name", "area", "mandate", "meets", "number_text"),
    refreshes_document=True,
    word=(
        WordPlace(code="body", column="name"),
        WordPlace(code="mand", column="mandate", is_long=True, may_be_empty=True),
        WordPlace(code="facts"),
        WordPlace(code="decis"),
    ),
)

SEAT = RowKind(
    model=Seat,
    nodes=(tree.Seat,),
    form=structure.SeatForm,
    phrases={
        "added": gettext_lazy("added the seat %(name)s"),
        "changed": gettext_lazy("changed the seat %(name)s"),
        "moved": gettext_lazy("moved the seat %(name)s"),
        "deleted": gettext_lazy("deleted the seat %(name)s"),
    },
    add_label=gettext_lazy("New seat"),
    short_name=lambda seat: seat.name or seat.title or seat.organisation or _("Unnamed seat"),
    texts=("name", "title", "organisation"),
    word=(
        WordPlace(code="seat", column="title", carries_row=True),
        WordPlace(code="sline", carries_row=True),
        WordPlace(code="sorg", column="organisation", may_be_empty=True),
        WordPlace(code="srole"),
    ),
)

DUTY = RowKind(
    model=Duty,
    nodes=(tree.Duty,),
    form=structure.DutyForm,
    phrases={
        "added": gettext_lazy("added the duty “%(name)s”"),
        "changed": gettext_lazy("changed the duty “%(name)s”"),
        "moved": gettext_lazy("moved the duty “%(name)s”"),
        "deleted": gettext_lazy("deleted the duty “%(name)s”"),
    },
    add_label=gettext_lazy("New duty"),
    short_name=lambda duty: duty.text or DutySubject(duty.subject).label,
    texts=("text", "responsible", "decided_by", "recipient"),
    word=(
        WordPlace(code="duty", column="text", may_break=True),
        WordPlace(code="dfact"),
        WordPlace(code="dmust"),
        WordPlace(code="doft"),
        WordPlace(code="ddec", column="decided_by", may_be_empty=True),
    ),
)

APPENDIX = RowKind(
    model=Appendix,
    nodes=(tree.Appendix,),
    form=text.AppendixForm,
    phrases={
        "added": gettext_lazy("added the appendix “%(name)s”"),
        "changed": gettext_lazy("changed the appendix “%(name)s”"),
        "moved": gettext_lazy("moved the appendix “%(name)s”"),
        "deleted": gettext_lazy("deleted the appendix “%(name)s”"),
    },
    add_label=gettext_lazy("New appendix"),
    short_name=lambda appendix: appendix.title,
    texts=("title", "text"),
    word=(
        WordPlace(code="app", column="title", carries_row=True),
        WordPlace(
            code="appt",
            column="text",
            is_long=True,
            parts_by="\n\n",
            may_be_empty=True,
            carries_row=True,
        ),
    ),
)

AGREEMENT = DocumentKind(
    name="agreement",
    namespace="agreements",
    label=gettext_lazy("Agreement"),
    # Those first that others point to.
    rows=(
        AGREEMENT_ROW,
        SUPERSESSION,
        SECTION,
        PART,
        GOAL,
        PARTY,
        SIGNATORY,
        BODY,
        SEAT,
        DUTY,
        APPENDIX,
    ),
    blocks={
        Block.PARTIES: BlockKind(label=Block.PARTIES.label, rows="party"),
        Block.GOALS: BlockKind(label=Block.GOALS.label, rows="goal", has_look=True),
        Block.BODIES: BlockKind(label=Block.BODIES.label, rows="body"),
        Block.DUTIES: BlockKind(label=Block.DUTIES.label, rows="duty"),
        Block.VALIDITY: BlockKind(label=Block.VALIDITY.label, facts_at="valid_from"),
        Block.SIGNATURES: BlockKind(label=Block.SIGNATURES.label),
        Block.APPENDICES: BlockKind(label=Block.APPENDICES.label, rows="appendix"),
    },
)
