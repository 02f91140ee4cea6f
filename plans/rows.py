"""The rows of a plan, each declared with all that the program knows of it."""

from django.utils.translation import gettext_lazy

from documents.fields import Field, OfDocument, PlaceInTree
from documents.row_kinds import RowKind, WordPlace
from plans import tree
from plans.forms import plan, rows
from plans.models import Activity, Heading, Plan, Responsible

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
    ),
    below={"sections": "section", "headings": "heading", "activities": "activity"},
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
    ),
    refreshes_document=True,
    word=(
        WordPlace(code="ptitl", column="title", is_front=True),
        WordPlace(code="pline", is_front=True),
    ),
)

HEADING = RowKind(
    model=Heading,
    nodes=(tree.Heading,),
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
    ),
)

ACTIVITY = RowKind(
    model=Activity,
    nodes=(tree.Activity,),
    fields=(
        PlaceInTree("heading", of="heading"),
        Field("when_from", key="when.from"),
        Field("when_to", key="when.to"),
        Field("when_text", key="when.text"),
    ),
    below={"responsible": "responsible"},
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

#: Those that others point to first; the running text stands after the first.
OTHER_ROWS = (HEADING, ACTIVITY, RESPONSIBLE)
