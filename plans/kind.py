"""The plan as a kind of document: its rows, its block and their words, in one place."""

from django.utils.translation import gettext_lazy

from desk.text_rows import TEXT_ROWS
from documents.acts import EVERY_ACT, REVISE
from documents.kinds import BlockKind, DocumentKind
from plans.acts import TAKE_IN_SHEET
from plans.choices import Block
from plans.outline import closing_blocks
from plans.rows import OTHER_ROWS, PLAN_ROW
from plans.word import PlanBlocks

PLAN = DocumentKind(
    name="plan",
    namespace="plans",
    path="planer",
    label=gettext_lazy("Plan"),
    list_label=gettext_lazy("Plans"),
    rows=(PLAN_ROW, *TEXT_ROWS, *OTHER_ROWS),
    blocks={
        Block.ACTIVITIES: BlockKind(
            label=Block.ACTIVITIES.label,
            rows="activity",
            adds=("heading",),
            template="plans/document/activities.html",
            is_behind=False,
        ),
    },
    # What every document can do, and a plan is revised while its binding text is read.
    acts=(*EVERY_ACT, REVISE, TAKE_IN_SHEET),
    panels={
        "front": "plans/document/front.html",
        "cover_sheet": "plans/side/cover_sheet.html",
        "downloads": "plans/side/downloads.html",
    },
    closing_blocks=closing_blocks,
    word_blocks=PlanBlocks,
)
