"""What the table sends: cells that were written, a pasted block, rows that are marked."""

from collections.abc import Sequence
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from desk.forms.fields import column_field
from desk.forms.presence import LARGEST_ID
from followup.choices import State
from plans.columns import BY_NAME
from plans.models import SavedView
from plans.table.clipboard import MOST_COLUMNS, MOST_ROWS, Block, read
from plans.table.pasting import repeated
from plans.table.writing import Edit

TOO_MUCH = _(
    "That is more than can be written at once: at most %(rows)d rows with %(columns)d columns, "
    "and 20,000 characters in a cell. Nothing was written; bring it in as a file instead."
)
_NOT_A_CELL = _("That is not a cell of this table. Load the page again.")


def too_much() -> str:
    """Say that a block is too large."""
    return TOO_MUCH % {"rows": MOST_ROWS, "columns": MOST_COLUMNS}


class CellsForm(forms.Form):
    """Cells as JSON: [row, column, text, what it was based on]; a row without a key is new.

    `value` is what the group says in which new rows are written, whose column is `group`.
    """

    cells = forms.JSONField()
    group = forms.ChoiceField(choices=[(name, name) for name in BY_NAME], required=False)
    value = forms.CharField(required=False, max_length=2000)

    def clean_cells(self) -> list:
        """Return the cells of rows that are there as edits, and those of a new one as pairs."""
        cells = self.cleaned_data["cells"]
        if not isinstance(cells, list):
            raise ValidationError(_NOT_A_CELL)
        if len(cells) > MOST_ROWS * MOST_COLUMNS:
            raise ValidationError(too_much())
        try:
            return [_cell(*one) for one in cells]
        except (TypeError, ValueError) as error:
            raise ValidationError(_NOT_A_CELL) from error

    @property
    def edits(self) -> list[Edit]:
        """The cells of rows that are there."""
        return [one for one in self.cleaned_data["cells"] if isinstance(one, Edit)]

    @property
    def new(self) -> list[dict[str, str]]:
        """The new row, if there is one: what each of its cells says."""
        cells = dict(one for one in self.cleaned_data["cells"] if not isinstance(one, Edit))
        if not any(text.strip() for text in cells.values()):
            return []
        group, value = self.cleaned_data["group"], self.cleaned_data["value"]
        return [({group: value} if group and value else {}) | cells]


def _cell(key: str, column: str, text: str, was: str) -> Edit | tuple[str, str]:
    if column not in BY_NAME or not isinstance(text, str) or not isinstance(was, str):
        raise ValueError(column)
    return Edit(UUID(key), column, text, was) if key else (column, text)


class PasteForm(forms.Form):
    """A clipboard, where it is pasted, and what has been answered about it.

    `rows` are those that are shown from the first one that is written over, in their order.
    """

    text = forms.CharField(required=False, strip=False)
    html = forms.CharField(required=False, strip=False)
    rows = forms.CharField(required=False)
    column = forms.ChoiceField(choices=[(name, name) for name in BY_NAME])
    since = forms.IntegerField(min_value=0, max_value=LARGEST_ID, required=False)
    group = forms.ChoiceField(choices=[(name, name) for name in BY_NAME], required=False)
    value = forms.CharField(required=False, max_length=2000)
    #: How many rows and columns are marked: one pasted cell fills them all.
    height = forms.IntegerField(min_value=1, max_value=MOST_ROWS, required=False)
    width = forms.IntegerField(min_value=1, max_value=MOST_COLUMNS, required=False)
    #: The answers: write over or as new rows, what is longer, what is merged, unknown headings.
    asked = forms.BooleanField(required=False)
    mode = forms.ChoiceField(choices=[("over", "over"), ("new", "new")], required=False)
    longer = forms.BooleanField(required=False)
    fill = forms.BooleanField(required=False)
    make = forms.BooleanField(required=False)
    #: When the page was shown: what others have reported since is theirs.
    shown = forms.DateTimeField(required=False)

    def clean_rows(self) -> list[UUID]:
        """Return the keys of the rows."""
        try:
            return [UUID(one) for one in self.cleaned_data["rows"].split()]
        except ValueError as error:
            raise ValidationError(_NOT_A_CELL) from error

    def means(self, words: Sequence[str]) -> dict[str, str]:
        """Return what it has been answered that `words` mean, in that order; "" for nothing."""
        answers = [self.data.get(f"means-{number}", "") for number in range(len(words))]
        return {
            word: str(State(answer).label) if answer in State.values else ""
            for word, answer in zip(words, answers, strict=True)
        }

    def block(self) -> Block:
        """Return what the clipboard holds, as often as it is to stand. Raises TooMuch."""
        told = self.cleaned_data
        block = read(told["text"], told["html"])
        return repeated(block, told["height"] or 1, told["width"] or 1)


class MarkedForm(forms.Form):
    """What is done to the rows that are marked.

    `set` writes `text` into the cells of a column, `report` reports a state. They take the newest
    text of each cell for its base, since what is chosen is to stand there whatever stood before.
    """

    rad = forms.TypedMultipleChoiceField(coerce=UUID, required=False)
    act = forms.ChoiceField(
        choices=[(one, one) for one in ("delete", "duplicate", "up", "down", "set", "report")]
    )
    column = forms.ChoiceField(choices=[(name, name) for name in BY_NAME], required=False)
    text = forms.CharField(required=False)
    state = forms.ChoiceField(choices=State.choices, required=False)

    def __init__(self, *args, keys, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rad"].choices = [(str(key), key) for key in keys]

    def clean(self) -> dict:
        """Let a status be reported as one text is written in all rows."""
        told = super().clean()
        if told.get("act") == "report" and told.get("state"):
            told |= {"act": "set", "column": "status", "text": str(State(told["state"]).label)}
        if told.get("act") in ("set", "report") and not told.get("column"):
            raise ValidationError(_NOT_A_CELL)
        return told


class NewsForm(forms.Form):
    """What an open page knows: the latest change, and when it heard last of reports."""

    efter = forms.IntegerField(min_value=1, max_value=LARGEST_ID, required=False)
    visat = forms.DateTimeField(required=False)


class SavedViewForm(forms.ModelForm):
    """A name for what is shown now."""

    class Meta:
        model = SavedView
        fields = ["name", "is_shared"]
        formfield_callback = column_field
