"""The forms of a checklist's rows."""

from desk.forms.fields import column_field
from desk.forms.row import RowForm
from tests.kinds.checklist.models import Checklist, Stage, Step


class ChecklistForm(RowForm):
    """What a checklist is called and when it begins."""

    class Meta:
        model = Checklist
        fields = ["title", "starts_on"]
        formfield_callback = column_field


class StageForm(RowForm):
    """A stage."""

    class Meta:
        model = Stage
        fields = ["title", "due_on"]
        formfield_callback = column_field


class StepForm(RowForm):
    """A step of a stage."""

    class Meta:
        model = Step
        fields = ["text", "weight", "every_n", "every_unit"]
        formfield_callback = column_field
