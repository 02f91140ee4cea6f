"""The rows of a plan, each declared with all that the program knows of it."""

from django.utils.translation import gettext_lazy

from documents.fields import (
    Field,
    InFile,
    Links,
    NumberAndUnit,
    OfDocument,
    PlaceInTree,
    PlaceInWords,
)
from documents.references import Reference, ReferenceTitle
from documents.row_kinds import RowKind, WordPlace
from plans import phrases, tree
from plans.choices import BasisKind
from plans.forms import foundation, plan, rows
from plans.models import (
    Activity,
    Basis,
    Cause,
    Extension,
    Heading,
    Measure,
    Plan,
    PlanSignatory,
    Problem,
    Responsible,
)

PLAN_ROW = RowKind(
    model=Plan,
    nodes=(tree.PlanTree,),
    fields=(
        OfDocument("language"),
        Field("period_from", key="period.from"),
        Field("period_to", key="period.to"),
        Field("period_text", key="period.text"),
        Field("owner_organisation", key="owner.organisation"),
        Field("owner_body", key="owner.body"),
        Field("owner_function", key="owner.function"),
        NumberAndUnit("revised_every"),
        Reference("part_of", column="part_of_reference", title="part_of_title", link="agreement"),
        ReferenceTitle("part_of_title", key="part_of"),
    ),
    below={
        "rests_on": "basis",
        "sections": "section",
        "extensions": "extension",
        "signatories": "plan_signatory",
        "problems": "problem",
        "headings": "heading",
        "activities": "activity",
    },
    form=plan.PlanForm,
    phrases={"changed": gettext_lazy("changed the facts of the plan")},
    short_name=lambda one: one.title,
    texts=(
        "title",
        "label",
        "period_text",
        "areas",
        "owner_organisation",
        "owner_body",
        "owner_function",
        "columns",
    ),
    unsaid=("part_of_reference", "part_of_title"),
    refreshes_document=True,
    word=(
        WordPlace(code="ptitl", column="title", is_front=True),
        WordPlace(code="pline", is_front=True),
    ),
)

BASIS = RowKind(
    model=Basis,
    nodes=(tree.Basis,),
    fields=(Field("where", key="place"),),
    in_file=InFile(list="rests_on"),
    form=foundation.BasisForm,
    phrases={
        "added": gettext_lazy("added what the plan rests on: “%(name)s”"),
        "changed": gettext_lazy("changed what the plan rests on: “%(name)s”"),
        "moved": gettext_lazy("moved what the plan rests on: “%(name)s”"),
        "deleted": gettext_lazy("deleted what the plan rests on: “%(name)s”"),
    },
    add_label=gettext_lazy("New basis"),
    short_name=lambda one: one.text or BasisKind(one.kind).label,
    texts=("text", "where", "owner", "ages", "findings", "wishes"),
    word=(
        WordPlace(code="basis", carries_row=True, moves_row=True),
        WordPlace(code="bfind", column="findings", may_break=True, may_be_empty=True),
        WordPlace(code="bwish"),
    ),
)

PROBLEM = RowKind(
    model=Problem,
    nodes=(tree.Problem,),
    below={"causes": "cause"},
    form=foundation.ProblemForm,
    phrases={
        "added": gettext_lazy("added the problem “%(name)s”"),
        "changed": gettext_lazy("changed the problem “%(name)s”"),
        "renamed": gettext_lazy("renamed a problem: “%(old)s” → “%(new)s”"),
        "moved": gettext_lazy("moved the problem “%(name)s”"),
        "deleted": gettext_lazy("deleted the problem “%(name)s”"),
    },
    add_label=gettext_lazy("New problem"),
    short_name=lambda problem: problem.title,
    texts=("title", "description", "area", "when", "stance_reason", "carried_from"),
    # The activities name it.
    refreshes_document=True,
    word=(
        WordPlace(code="prob", column="title", carries_row=True, adds_rows=True, moves_row=True),
        WordPlace(code="probf"),
        WordPlace(code="probt", column="description", may_break=True, may_be_empty=True),
    ),
)

CAUSE = RowKind(
    model=Cause,
    nodes=(tree.Cause,),
    in_file=InFile(named_by=("number", "text")),
    form=foundation.CauseForm,
    phrases={
        "added": gettext_lazy("added the cause “%(name)s”"),
        "changed": gettext_lazy("changed the cause “%(name)s”"),
        "moved": gettext_lazy("moved the cause “%(name)s”"),
        "deleted": gettext_lazy("deleted the cause “%(name)s”"),
    },
    add_label=gettext_lazy("New cause"),
    short_name=lambda cause: cause.text,
    texts=("text", "number"),
    refreshes_document=True,
    word=(
        WordPlace(
            code="cause",
            column="text",
            may_break=True,
            carries_row=True,
            moves_row=True,
            adds_rows=True,
        ),
        WordPlace(code="causn", column="number", may_be_empty=True),
        WordPlace(code="causk", chosen="kind"),
    ),
)

HEADING = RowKind(
    model=Heading,
    nodes=(tree.Heading,),
    fields=(Links("problems", of="problem"),),
    in_file=InFile(below_others=True),
    below={"headings": "heading"},
    form=rows.HeadingForm,
    phrases={
        "added": gettext_lazy("added the heading “%(name)s”"),
        "changed": gettext_lazy("changed the heading “%(name)s”"),
        "renamed": gettext_lazy("renamed a heading: “%(old)s” → “%(new)s”"),
        "moved": gettext_lazy("moved the heading “%(name)s”"),
        "deleted": gettext_lazy("deleted the heading “%(name)s”"),
    },
    add_label=gettext_lazy("New heading"),
    add_under_label=gettext_lazy("New heading under it"),
    short_name=lambda heading: heading.text,
    texts=("text", "description"),
    # Every activity under it is shown with it.
    refreshes_document=True,
    word=(
        WordPlace(code="phead", column="text", carries_row=True, moves_row=True),
        WordPlace(code="phknd", chosen="kind"),
        WordPlace(code="phtxt", column="description", may_break=True, may_be_empty=True),
        WordPlace(code="phans"),
    ),
)

ACTIVITY = RowKind(
    model=Activity,
    nodes=(tree.Activity,),
    fields=(
        PlaceInTree("heading", of="heading"),
        PlaceInWords("heading_words", key="heading", place="heading", of="heading"),
        Links("part_of", of="activity", only_one=True),
        Links("problems", of="problem"),
        Links("causes", of="cause"),
        Field("when_from", key="when.from"),
        Field("when_to", key="when.to"),
        Field("when_text", key="when.text"),
    ),
    below={"responsible": "responsible", "measures": "measure"},
    in_file=InFile(list="rows", has_origin=True),
    form=rows.ActivityForm,
    phrases={
        "added": gettext_lazy("added the activity “%(name)s”"),
        "changed": gettext_lazy("changed the activity “%(name)s”"),
        "moved": gettext_lazy("moved the activity “%(name)s”"),
        "deleted": gettext_lazy("deleted the activity “%(name)s”"),
    },
    add_label=gettext_lazy("New activity"),
    short_name=lambda activity: activity.text,
    texts=(
        "text",
        "description",
        "operative_goal",
        "area",
        "target_group",
        "method",
        "when_text",
        "tags",
        "cost",
        "followed_up",
        "documentation",
        "contact",
        "origin",
        "number",
        "promised_by",
    ),
    # It is shown under its heading.
    refreshes_document=True,
    days=lambda activity: (activity.when_from, activity.when_to),
    word=(
        WordPlace(
            code="act",
            column="text",
            may_break=True,
            carries_row=True,
            moves_row=True,
            adds_rows=True,
        ),
        WordPlace(code="actn", column="number", may_be_empty=True),
        WordPlace(code="actd", column="description", may_break=True, may_be_empty=True),
        WordPlace(code="actw"),
        WordPlace(code="acta", column="area", may_be_empty=True),
        WordPlace(code="actf", column="followed_up", may_break=True, may_be_empty=True),
        WordPlace(code="actm"),
    ),
)

RESPONSIBLE = RowKind(
    model=Responsible,
    nodes=(tree.Responsible,),
    in_file=InFile(has_key=False),
    form=rows.ResponsibleForm,
    phrases={
        "added": gettext_lazy("added the responsible %(name)s"),
        "changed": gettext_lazy("changed the responsible %(name)s"),
        "renamed": gettext_lazy("replaced a responsible: %(old)s → %(new)s"),
        "moved": gettext_lazy("moved the responsible %(name)s"),
        "deleted": gettext_lazy("deleted the responsible %(name)s"),
    },
    add_label=gettext_lazy("New responsible"),
    short_name=lambda one: one.name,
    texts=("organisation", "body", "function", "person", "does"),
    word=(WordPlace(code="resp", carries_row=True, moves_row=True),),
)

MEASURE = RowKind(
    model=Measure,
    nodes=(tree.Measure,),
    form=rows.MeasureForm,
    phrases={
        "added": gettext_lazy("added the measure “%(name)s”"),
        "changed": gettext_lazy("changed the measure “%(name)s”"),
        "moved": gettext_lazy("moved the measure “%(name)s”"),
        "deleted": gettext_lazy("deleted the measure “%(name)s”"),
    },
    add_label=gettext_lazy("New measure"),
    short_name=phrases.measure,
    texts=("name", "unit", "words", "shares_with"),
    word=(WordPlace(code="meas", carries_row=True, moves_row=True),),
)

EXTENSION = RowKind(
    model=Extension,
    nodes=(tree.Extension,),
    in_file=InFile(has_key=False),
    form=foundation.ExtensionForm,
    phrases={
        "added": gettext_lazy("added an extension: %(name)s"),
        "changed": gettext_lazy("changed an extension: %(name)s"),
        "moved": gettext_lazy("moved an extension: %(name)s"),
        "deleted": gettext_lazy("deleted an extension: %(name)s"),
    },
    add_label=gettext_lazy("New extension"),
    short_name=phrases.extension,
    texts=("text",),
    # The period says how long the plan holds.
    refreshes_document=True,
    word=(WordPlace(code="ext", carries_row=True, moves_row=True),),
)

SIGNATORY = RowKind(
    model=PlanSignatory,
    nodes=(tree.PlanSignatory,),
    in_file=InFile(has_key=False),
    form=foundation.SignatoryForm,
    phrases={
        "added": gettext_lazy("added the signatory %(name)s"),
        "changed": gettext_lazy("changed the signatory %(name)s"),
        "moved": gettext_lazy("moved the signatory %(name)s"),
        "deleted": gettext_lazy("deleted the signatory %(name)s"),
    },
    add_label=gettext_lazy("New signatory"),
    short_name=phrases.signatory,
    texts=("organisation", "name", "title", "unit"),
    word=(WordPlace(code="psign", carries_row=True, moves_row=True),),
)

#: Those that others point to first; the running text stands after the first.
OTHER_ROWS = (
    BASIS,
    EXTENSION,
    SIGNATORY,
    PROBLEM,
    CAUSE,
    HEADING,
    ACTIVITY,
    RESPONSIBLE,
    MEASURE,
)
