"""The checklist as a kind of document."""

from desk.text_rows import TEXT_ROWS
from documents.fields import NumberAndUnit, OfDocument
from documents.kinds import BlockKind, DocumentKind
from documents.row_kinds import RowKind, WordPlace
from tests.kinds.checklist import forms, tree
from tests.kinds.checklist.models import Checklist, Stage, Step
from tests.kinds.checklist.word import ChecklistBlocks

CHECKLIST_ROW = RowKind(
    model=Checklist,
    nodes=(tree.ChecklistTree,),
    fields=(OfDocument("language"),),
    below={"sections": "section", "stages": "stage"},
    form=forms.ChecklistForm,
    phrases={"changed": "changed the facts of the checklist"},
    short_name=lambda checklist: checklist.title,
    texts=("title",),
    refreshes_document=True,
    word=(
        WordPlace(code="ctit", column="title", is_front=True),
        WordPlace(code="begin", is_front=True),
    ),
)

STAGE = RowKind(
    model=Stage,
    nodes=(tree.Stage,),
    below={"steps": "step", "stages": "stage"},
    form=forms.StageForm,
    phrases={
        "added": "added the stage “%(name)s”",
        "changed": "changed the stage “%(name)s”",
        "renamed": "renamed a stage: “%(old)s” → “%(new)s”",
        "moved": "moved the stage “%(name)s”",
        "deleted": "deleted the stage “%(name)s”",
    },
    add_label="New stage",
    add_under_label="New stage inside",
    short_name=lambda stage: stage.title,
    texts=("title",),
    days=lambda stage: (None, stage.due_on),
    word=(
        WordPlace(code="stage", column="title", carries_row=True, moves_row=True, adds_rows=True),
        WordPlace(code="due"),
    ),
)

STEP = RowKind(
    model=Step,
    nodes=(tree.Step,),
    fields=(NumberAndUnit("every"),),
    form=forms.StepForm,
    phrases={
        "added": "added the step “%(name)s”",
        "changed": "changed the step “%(name)s”",
        "moved": "moved the step “%(name)s”",
        "deleted": "deleted the step “%(name)s”",
    },
    add_label="New step",
    short_name=lambda step: step.text,
    texts=("text",),
    word=(
        WordPlace(
            code="step",
            column="text",
            may_break=True,
            carries_row=True,
            moves_row=True,
            adds_rows=True,
        ),
        WordPlace(code="often"),
    ),
)

CHECKLIST = DocumentKind(
    name="checklist",
    namespace="checklists",
    path="checklistor",
    label="Checklist",
    list_label="Checklists",
    rows=(CHECKLIST_ROW, *TEXT_ROWS, STAGE, STEP),
    blocks={"stages": BlockKind(label="Stages", rows="stage", template="checklist/stages.html")},
    word_blocks=ChecklistBlocks,
)
