"""What an open page tells of itself."""

from django import forms

#: Numbers of changes are 64 bits wide.
LARGEST_ID = 2**63 - 1


class PresenceForm(forms.Form):
    """Where one writes, and the latest change that the page shows; both may be unknown."""

    writing_in = forms.UUIDField(required=False)
    since = forms.IntegerField(min_value=0, max_value=LARGEST_ID, required=False)
