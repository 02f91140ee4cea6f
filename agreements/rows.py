"""The rows of an agreement, each declared with all that the program knows of it.

A new kind of row is declared here and named in `agreements.kind`; `tests/kinds` then asks for it
everywhere.
"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements import tree
from agreements.choices import DecisionSubject
from agreements.fields import (
    LogoOfParty,
    NamesAbove,
    RegisteredName,
    RuleOfRenewal,
)
from agreements.forms import agreement, structure
from agreements.models import (
    Agreement,
    Appendix,
    Body,
    Duty,
    Goal,
    Party,
    Seat,
    Signatory,
    Supersession,
)
from deadlines.choices import DutySubject
from documents.fields import (
    Field,
    InFile,
    NumberAndUnit,
    OfDocument,
    PlaceInTree,
    PlaceInWords,
    SiblingName,
)
from documents.references import Reference, ReferenceTitle
from documents.row_kinds import RowKind, WordPlace

AGREEMENT_ROW = RowKind(
    model=Agreement,
    nodes=(tree.AgreementTree,),
    fields=(
        OfDocument("language"),
        RuleOfRenewal("renewal_rule", key="renewal.rule"),
        Field("renewal_text", key="renewal.text"),
        NumberAndUnit("revised_every", key="renewal.revised_every"),
        Reference("part_of", column="part_of_reference", title="part_of_title", link="parent"),
        ReferenceTitle("part_of_title", key="part_of"),
    ),
    below={
        "supersedes": "supersession",
        "parties": "party",
        "sections": "section",
        "goals": "goal",
        "bodies": "body",
        "duties": "duty",
        "appendices": "appendix",
    },
    form=agreement.AgreementForm,
    phrases={"changed": gettext_lazy("changed the facts of the agreement")},
    short_name=lambda one: one.title,
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
        WordPlace(code="again"),
        WordPlace(code="date", is_front=True),
        WordPlace(code="above", is_front=True),
        WordPlace(code="sgnd"),
        WordPlace(code="vline"),
    ),
)

SUPERSESSION = RowKind(
    model=Supersession,
    nodes=(tree.Superseded,),
    fields=(
        Reference("reference", column="reference", title="title", link="predecessor"),
        ReferenceTitle("title", key="reference"),
    ),
    # By its key or its title, and nothing more.
    in_file=InFile(only="reference", has_key=False),
    short_name=lambda replaced: replaced.title,
    unsaid=("reference",),
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
    word=(
        WordPlace(
            code="goal",
            column="text",
            may_break=True,
            carries_row=True,
            adds_rows=True,
            moves_row=True,
        ),
    ),
)

PARTY = RowKind(
    model=Party,
    nodes=(tree.Party,),
    fields=(
        RegisteredName("organisation", link="register"),
        NamesAbove("part_of"),
        LogoOfParty("logo"),
    ),
    below={"signatories": "signatory"},
    form=structure.PartyForm,
    phrases={
        "added": gettext_lazy("added the party %(name)s"),
        "changed": gettext_lazy("changed the party %(name)s"),
        "renamed": gettext_lazy("replaced a party: %(old)s → %(new)s"),
        "moved": gettext_lazy("moved the party %(name)s"),
        "deleted": gettext_lazy("deleted the party %(name)s"),
    },
    add_label=gettext_lazy("New party"),
    short_name=lambda party: party.name,
    texts=("organisation", "display_name"),
    unsaid=("register",),
    refreshes_document=True,
    word=(
        WordPlace(code="party", column="display_name", moves_row=True),
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
        "renamed": gettext_lazy("replaced a signatory: %(old)s → %(new)s"),
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
    fields=(SiblingName("part_of", of="body", link="parent", words="part_of_name"),),
    below={"seats": "seat"},
    form=structure.BodyForm,
    phrases={
        "added": gettext_lazy("added the body %(name)s"),
        "changed": gettext_lazy("changed the body %(name)s"),
        "renamed": gettext_lazy("renamed a body: %(old)s → %(new)s"),
        "moved": gettext_lazy("moved the body %(name)s"),
        "deleted": gettext_lazy("deleted the body %(name)s"),
    },
    add_label=gettext_lazy("New body"),
    short_name=lambda body: body.name,
    texts=("name", "area", "mandate", "meets", "number_text"),
    values={"decides": dict(DecisionSubject.choices)},
    refreshes_document=True,
    word=(
        WordPlace(code="body", column="name", moves_row=True),
        WordPlace(code="mand", column="mandate", is_long=True, may_be_empty=True),
        WordPlace(code="facts"),
        WordPlace(code="decis"),
    ),
)

SEAT = RowKind(
    model=Seat,
    nodes=(tree.Seat,),
    in_file=InFile(list="members", has_key=False),
    form=structure.SeatForm,
    phrases={
        "added": gettext_lazy("added the seat %(name)s"),
        "changed": gettext_lazy("changed the seat %(name)s"),
        "renamed": gettext_lazy("replaced a seat: %(old)s → %(new)s"),
        "moved": gettext_lazy("moved the seat %(name)s"),
        "deleted": gettext_lazy("deleted the seat %(name)s"),
    },
    add_label=gettext_lazy("New seat"),
    short_name=lambda seat: seat.name or seat.title or seat.organisation or _("Unnamed seat"),
    texts=("name", "title", "organisation"),
    word=(
        WordPlace(code="seat", column="title", carries_row=True, adds_rows=True, moves_row=True),
        WordPlace(code="sline", carries_row=True),
        WordPlace(code="sorg", column="organisation", may_be_empty=True),
        WordPlace(code="srole", chosen="function"),
    ),
)

DUTY = RowKind(
    model=Duty,
    nodes=(tree.Duty,),
    fields=(
        NumberAndUnit("every"),
        PlaceInTree("section", of="section"),
        PlaceInWords("section_reference", key="section", place="section", of="section"),
    ),
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
    # Its wording is marked in the section that says it.
    refreshes_document=True,
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
    in_file=InFile(has_key=False),
    form=agreement.AppendixForm,
    phrases={
        "added": gettext_lazy("added the appendix “%(name)s”"),
        "changed": gettext_lazy("changed the appendix “%(name)s”"),
        "renamed": gettext_lazy("renamed an appendix: “%(old)s” → “%(new)s”"),
        "moved": gettext_lazy("moved the appendix “%(name)s”"),
        "deleted": gettext_lazy("deleted the appendix “%(name)s”"),
    },
    add_label=gettext_lazy("New appendix"),
    short_name=lambda appendix: appendix.title,
    texts=("title", "text"),
    word=(
        WordPlace(code="app", column="title", carries_row=True, moves_row=True),
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

#: Those that others point to first; the running text stands between the first two and the rest.
TOP_ROWS = (AGREEMENT_ROW, SUPERSESSION)
OTHER_ROWS = (GOAL, PARTY, SIGNATORY, BODY, SEAT, DUTY, APPENDIX)
