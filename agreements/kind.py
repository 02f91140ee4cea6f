"""The agreement as a kind of document: its rows, its blocks and their words, in one place.

A new kind of row is declared here; `tests/kinds` then asks for it everywhere.
"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements import acts, phrases, tree
from agreements.after_signing.numbers import registries, with_number_to_print
from agreements.choices import Block, DecisionSubject, DutySubject
from agreements.editing.missing import lacks_parties, missing_of
from agreements.editing.signing import signatories
from agreements.fields import (
    LogoOfParty,
    NamesAbove,
    Reference,
    ReferenceTitle,
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
from agreements.outline import closing_blocks, goals_that_lead, signed_alike
from agreements.panels import panel_context, replaced_by
from agreements.validity import state
from agreements.word.blocks import AgreementBlocks
from desk.text_rows import TEXT_ROWS
from documents.choices import Command
from documents.fields import (
    Field,
    InFile,
    NumberAndUnit,
    OfDocument,
    SectionInWords,
    SectionPlace,
    SiblingName,
)
from documents.kinds import BlockKind, DocumentKind, RowKind, WordPlace

BLOCKS = {
    Block.PARTIES: BlockKind(
        label=Block.PARTIES.label, rows="party", template="agreements/document/parties.html"
    ),
    Block.GOALS: BlockKind(
        label=Block.GOALS.label,
        rows="goal",
        has_look=True,
        template="agreements/document/goals.html",
        leads=goals_that_lead,
    ),
    Block.BODIES: BlockKind(
        label=Block.BODIES.label, rows="body", template="agreements/document/bodies.html"
    ),
    Block.DUTIES: BlockKind(
        label=Block.DUTIES.label, rows="duty", template="agreements/document/duties.html"
    ),
    Block.VALIDITY: BlockKind(
        label=Block.VALIDITY.label,
        facts_at="valid_from",
        unfilled=gettext_lazy("The validity is not filled in"),
        template="agreements/document/validity.html",
    ),
    Block.SIGNATURES: BlockKind(
        label=Block.SIGNATURES.label,
        template="agreements/document/signatures.html",
        has_heading=False,
        entries=signatories,
    ),
    Block.APPENDICES: BlockKind(
        label=Block.APPENDICES.label,
        rows="appendix",
        template="agreements/document/appendices.html",
        is_behind=False,
    ),
}

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
        WordPlace(code="sline", carries_row=True, adds_rows=True),
    ),
)

DUTY = RowKind(
    model=Duty,
    nodes=(tree.Duty,),
    fields=(
        NumberAndUnit("every"),
        SectionPlace("section"),
        SectionInWords("section_reference", key="section", place="section"),
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
    word=(WordPlace(code="duty", may_break=True),),
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

AGREEMENT = DocumentKind(
    name="agreement",
    namespace="agreements",
    in_file="agreement",
    label=gettext_lazy("Agreement"),
    list_label=gettext_lazy("Agreements"),
    # Those first that others point to.
    rows=(
        AGREEMENT_ROW,
        SUPERSESSION,
        *TEXT_ROWS,
        GOAL,
        PARTY,
        SIGNATORY,
        BODY,
        SEAT,
        DUTY,
        APPENDIX,
    ),
    blocks=BLOCKS,
    acts=acts.ACTS,
    next_act=acts.next_act,
    act_phrases={
        Command.REGISTER_SIGNED: gettext_lazy(
            "registered the agreement as signed (version %(whom)s)"
        ),
    },
    panels={
        "masthead": "agreements/document/masthead.html",
        "front": "agreements/document/front.html",
        "beside_heading": "agreements/document/beside_heading.html",
        "marked_text": "agreements/document/marked_text.html",
        "after": "agreements/document/decisions.html",
        "tag": "agreements/status_tag.html",
        "above": "agreements/amended.html",
        "status": "agreements/side/status.html",
        "records": "agreements/side/records.html",
        "comparisons": "agreements/side/comparisons.html",
        "looks": "agreements/side/looks.html",
        "cover_sheet": "agreements/side/cover_sheet.html",
        "registration": "agreements/side/registration.html",
        "other_file": "agreements/new/from_word.html",
    },
    for_page=with_number_to_print,
    panel_context=panel_context,
    closing_blocks=closing_blocks,
    missing=missing_of,
    hinders_locking=lacks_parties,
    name_of=phrases.name_of,
    authors=lambda content: [party.name for party in content.parties],
    binding_words=phrases.binding_words,
    without_pictures=tree.without_logos,
    registries=registries,
    word_blocks=AgreementBlocks,
    state=state,
    as_compared=signed_alike,
    earlier=replaced_by,
)
