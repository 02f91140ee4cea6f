"""Forms of the acts that change who sees a document or what it is."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.text import GatedCharField, printable
from desk.forms.fields import DayField
from documents.choices import SharingKind
from documents.kinds import kind_of
from documents.models import TopRow
from partnerships.access import Access
from partnerships.models import Organisation


def other_organisations(top: TopRow, access: Access):
    """Return the organisations of the partnership and the parties, but not the reader's own."""
    from_members = Organisation.objects.filter(memberships__partnership=access.partnership)
    registries = kind_of(top.document).registries(top.document)
    from_parties = Organisation.objects.filter(pk__in=registries)
    return (from_members | from_parties).exclude(pk=access.organisation.pk).distinct()


class OrganisationsField(forms.ModelMultipleChoiceField):
    """Several organisations; anything but one of those offered never reaches the database."""

    def clean(self, value):
        """Compare as words: a number that no column holds would be an error of the database."""
        offered = {str(pk) for pk in self.queryset.values_list("pk", flat=True)}
        for one in value or []:
            if str(one) not in offered:
                raise forms.ValidationError(
                    self.error_messages["invalid_choice"],
                    code="invalid_choice",
                    params={"value": printable(str(one))},
                )
        return super().clean(value)


class ShareForm(forms.Form):
    """Whom to share a draft with or send it to, and when."""

    organisations = OrganisationsField(
        label=_("With whom"),
        queryset=Organisation.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one organisation.")},
    )
    kind = forms.ChoiceField(
        label=_("How"),
        choices=[
            (
                SharingKind.FOR_COMMENTS,
                _("For comments: they read, comment and can write in the draft"),
            ),
            (SharingKind.SENT, _("Sent: the draft is handed over and becomes a public record")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how the draft is shared.")},
    )
    on = DayField(label=_("Date"))
    note = GatedCharField(
        label=pgettext_lazy("sharing", "Note"),
        required=False,
        max_length=500,
        help_text=_("For example how it was sent, or the registry number of the letter."),
    )

    def __init__(self, top: TopRow, access: Access, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisations"].queryset = other_organisations(top, access)
        self.initial.setdefault("on", timezone.localdate())

    def clean_on(self):
        """Refuse a day to come: the act is logged when it has happened."""
        on = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise forms.ValidationError(_("The day has not come yet."))
        return on


class ReasonForm(forms.Form):
    """An act that can be given a reason."""

    reason = GatedCharField(label=_("Note for the history"), required=False, max_length=500)
