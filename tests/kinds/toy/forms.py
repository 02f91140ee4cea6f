"""The forms of a notebook's rows."""

from desk.forms.fields import column_field
from desk.forms.row import RowForm
from tests.kinds.toy.models import Entry, Notebook


class NotebookForm(RowForm):
    """What a notebook is called."""

    class Meta:
        model = Notebook
        fields = ["title"]
        formfield_callback = column_field


class EntryForm(RowForm):
    """An entry."""

    class Meta:
        model = Entry
        fields = ["title", "text"]
        formfield_callback = column_field
