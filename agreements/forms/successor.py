"""Choosing what replaced an older agreement."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.after_signing.succeeding import possible_successors
from agreements.models import Agreement
from agreements.validity import states
from desk.forms.acts import ReasonForm
from desk.telling_apart import told_apart
from partnerships.access import Access


class SuccessorField(forms.ModelChoiceField):
    """One of the binding agreements that the reader sees, or none."""

    def __init__(self, **kwargs) -> None:
        super().__init__(
            Agreement.objects.none(),
            label=_("Replaced by"),
            required=False,
            empty_label=_("Nothing that is here, or not known"),
            help_text=_(
                "The agreement that came after it. This one is superseded from the day the other "
                "was signed and had begun."
            ),
            **kwargs,
        )

    def offer(self, access: Access, agreement: Agreement | None = None) -> None:
        """Offer what can have replaced `agreement`."""
        self.queryset = possible_successors(access, agreement)
        self._names = told_apart(self.queryset, "subtitle", states(self.queryset))

    def label_from_instance(self, obj: Agreement) -> str:
        """Say title and years, and more where two have the same."""
        return self._names[obj.pk]


class SuccessorForm(ReasonForm):
    """What replaced an agreement that is here already."""

    replaced_by = SuccessorField()

    field_order = ["replaced_by", "reason"]

    def __init__(self, *args, agreement: Agreement, access: Access, **kwargs) -> None:
        """Take in the agreement, and who says what replaced it."""
        super().__init__(*args, initial={"replaced_by": agreement.replaced_by_id}, **kwargs)
        self.fields["replaced_by"].offer(access, agreement)
