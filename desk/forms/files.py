"""Forms of files from outside: one to keep with a document, one that somebody wonders about."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from desk.forms.fields import OnBehalfOfField
from desk.forms.signed_file import SignedFileField


class AttachForm(forms.Form):
    """The file of the paper that was signed."""

    paper = SignedFileField()
    on_behalf_of = OnBehalfOfField()


class CheckForm(forms.Form):
    """A file that someone wonders about."""

    file = forms.FileField(
        label=pgettext_lazy("to check", "File"),
        widget=forms.FileInput(attrs={"accept": ".pdf"}),
        help_text=_("The file is compared and then forgotten; nothing is stored."),
        error_messages={"required": _("Choose the file to check.")},
    )
