"""Forms of a consultation: who is asked, until when, with which words."""

from datetime import timedelta
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultation.rounds import Recipient
from core.text import GatedCharField, printable
from desk.forms.fields import DayField
from desk.forms.recipients import RecipientsField
from partnerships.access import Access
from partnerships.models import Membership

MOST_RECIPIENTS = 200


class MembersField(forms.MultipleChoiceField):
    """Members of the partnership to ask."""

    widget = forms.CheckboxSelectMultiple
    default_error_messages = {
        "invalid_choice": _("Someone you chose is no longer a member of the partnership.")
    }

    def valid_value(self, value) -> bool:
        """Compare as words, safely also for what no page of ours has sent."""
        return super().valid_value(printable(str(value)))


class OnceField(forms.UUIDField):
    """What tells one opening of a form from another, so that what it does is done once."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False, initial=uuid4)

    def clean(self, value) -> UUID:
        """Return it; what is none of ours is as if the form had just been opened."""
        try:
            return super().clean(value) or uuid4()
        except ValidationError:
            return uuid4()

    def bound_data(self, data, initial):
        """Show again what was sent, safely."""
        return printable(data) if isinstance(data, str) else data


class AskForm(forms.Form):
    """Whom to ask: members of the partnership and others."""

    members = MembersField(label=_("Members of the partnership"), required=False)
    others = RecipientsField(
        label=_("Others, who need no account"),
        required=False,
        help_text=_(
            "One on each line, for example: Anna Ek, Organisation, anna@example.org. A list "
            "copied from a letter also works."
        ),
    )

    def __init__(self, access: Access, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        memberships = (
            Membership.objects.filter(partnership=access.partnership, user__is_active=True)
            .exclude(user=access.user)
            .exclude(user__email="")
            .select_related("user", "organisation")
            .order_by("organisation__sort_key", "user__name")
        )
        self._members = {str(one.pk): one for one in memberships}
        self.fields["members"].choices = [
            (pk, f"{one.user}, {one.organisation}") for pk, one in self._members.items()
        ]

    def clean(self) -> dict:
        """Put both lists together, each person once; refuse none at all and too many."""
        cleaned = super().clean()
        members = [_member(self._members[pk]) for pk in cleaned.get("members", [])]
        people: dict[str, Recipient] = {}
        # A member who is written among the others too is asked as a member.
        for one in [*members, *cleaned.get("others", [])]:
            people.setdefault(one.email, one)
        if self.errors:
            return cleaned
        if not people:
            self.add_error("others", _("Choose or write at least one person to ask."))
        elif len(people) > MOST_RECIPIENTS:
            self.add_error(
                "others",
                _("You have named %(number)d people; at most %(most)d can be asked.")
                % {"number": len(people), "most": MOST_RECIPIENTS},
            )
        return cleaned | {"recipients": list(people.values())}


def _member(membership: Membership) -> Recipient:
    user = membership.user
    return Recipient(str(user), user.email.lower(), membership.organisation.name, user)


class RoundForm(AskForm):
    """A new round."""

    title = GatedCharField(label=_("Title"), max_length=300)
    last_day = DayField(label=_("Last day"))
    message = GatedCharField(
        label=_("Message"),
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Stands in the letter: what you want to know, and what has been decided."),
    )
    see_each_other = forms.BooleanField(
        label=_("Those who are asked see each other's comments"), required=False
    )

    once = OnceField()

    field_order = ["title", "last_day", "message", "members", "others", "see_each_other"]

    def clean_last_day(self):
        """Refuse a day that has been, and one that is years away."""
        return _day_to_come(self.cleaned_data["last_day"])


class RenewForm(forms.Form):
    """A new link, and until when comments are taken through it."""

    last_day = DayField(label=_("Last day"))

    def clean_last_day(self):
        """Refuse a day that has been, and one that is years away."""
        return _day_to_come(self.cleaned_data["last_day"])


def _day_to_come(day):
    today = timezone.localdate()
    if day < today:
        raise ValidationError(_("The day has already been. Choose today or a later day."))
    if day > today + timedelta(days=366):
        raise ValidationError(_("The day is more than a year away."))
    return day
