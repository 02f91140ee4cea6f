"""The plan as a kind of document: its rows, its block and their words, in one place."""

from django.utils.translation import gettext_lazy

from desk.text_rows import TEXT_ROWS
from documents.acts import ADOPTED, EVERY_ACT, REVISE
from documents.kinds import BlockKind, DocumentKind
from plans.acts import RENEW, TAKE_IN_REPORTS, TAKE_IN_SHEET, next_act
from plans.carried import renewed_from
from plans.choices import Block
from plans.first_edition import in_todays_form
from plans.fulfilling import fulfilments
from plans.outline import closing_blocks
from plans.panels import panel_context
from plans.rows import OTHER_ROWS, PLAN_ROW
from plans.word import PlanBlocks


def _block(block: Block, rows: str, template: str, adds: tuple[str, ...] = ()) -> BlockKind:
    """Declare a block; where no section prints it, it is printed after the text."""
    return BlockKind(label=block.label, rows=rows, template=template, adds=adds, is_behind=False)


PLAN = DocumentKind(
    name="plan",
    namespace="plans",
    path="planer",
    in_file="plans",
    label=gettext_lazy("Plan"),
    list_label=gettext_lazy("Plans"),
    rows=(PLAN_ROW, *TEXT_ROWS, *OTHER_ROWS),
    blocks={
        Block.BASIS: _block(Block.BASIS, "basis", "plans/document/basis.html"),
        Block.PROBLEMS: _block(Block.PROBLEMS, "problem", "plans/document/problems.html"),
        Block.ACTIVITIES: _block(
            Block.ACTIVITIES, "activity", "plans/document/activities.html", adds=("heading",)
        ),
        Block.EXTENSIONS: _block(Block.EXTENSIONS, "extension", "plans/document/extensions.html"),
        Block.SIGNATORIES: _block(
            Block.SIGNATORIES, "plan_signatory", "plans/document/signatories.html"
        ),
    },
    # What every document can do; a plan is adopted, and revised while its binding text is read.
    acts=(*EVERY_ACT, ADOPTED, REVISE, TAKE_IN_SHEET, TAKE_IN_REPORTS, RENEW),
    next_act=next_act,
    binds_by_decision=True,
    panels={
        "above": "plans/side/to_table.html",
        "masthead": "plans/document/masthead.html",
        "front": "plans/document/front.html",
        "after": "plans/document/after.html",
        "cover_sheet": "plans/side/cover_sheet.html",
        "downloads": "plans/side/downloads.html",
    },
    panel_context=panel_context,
    print_styles=("/static/print/plan.css",),
    closing_blocks=closing_blocks,
    earlier=renewed_from,
    word_blocks=PlanBlocks,
    fulfilments=fulfilments,
    in_todays_form=in_todays_form,
)
