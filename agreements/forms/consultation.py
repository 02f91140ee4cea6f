"""Forms of a consultation: who is asked, until when, with which words."""

import re
from collections import Counter
from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, validate_email
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.forms.fields import DayField
from consultation.models import Invitation
from consultation.rounds import Recipient
from core.text import GatedCharField, printable
from partnerships.access import Access
from partnerships.models import Membership

MOST_RECIPIENTS = 200
#: So many lines that cannot be read are told of.
MOST_FAULTS = 10
#: Anna Ek <anna@example.org>, Lulebo: the name and the organisation may be missing.
_LINE = re.compile(
    r"(?:(?P<name>[^<>]*)<(?P<marked>[^<>\s]+)>|(?P<bare>[^<>\s,]+@[^<>\s,]+))"
    r"\s*(?:[,;]\s*(?P<organisation>.*))?"
)
LONGEST_LINE, LONGEST_NAME, LONGEST_ORGANISATION = 900, 200, 300
# RFC 5321 allows no longer one; Django's own check does.
LONGEST_EMAIL = Invitation._meta.get_field("email").max_length


class RecipientsField(GatedCharField):
    """People to ask, one on each line: name <e-mail>, organisation."""

    widget = forms.Textarea(attrs={"rows": 4, "spellcheck": "false"})

    def clean(self, value) -> list[Recipient]:
        """Return the people; raise with one sentence for each line that cannot be read."""
        people, faults = [], []
        for number, line in enumerate(super().clean(value).split("\n"), start=1):
            if line.strip():
                try:
                    people.append(_recipient(line.strip(), number))
                except ValidationError as error:
                    faults.append(error)
            if len(faults) == MOST_FAULTS:
                break
        if faults:
            raise ValidationError(faults)
        return people


def _recipient(line: str, number: int) -> Recipient:
    found = _LINE.fullmatch(line) if len(line) <= LONGEST_LINE else None
    if found is None:
        raise ValidationError(
            _("Line %(number)d: write it as “Anna Ek <anna@example.org>, Organisation”."),
            params={"number": number},
        )
    email = (found["marked"] or found["bare"]).lower()
    try:
        validate_email(email)
        MaxLengthValidator(LONGEST_EMAIL)(email)
    except ValidationError as error:
        raise ValidationError(
            _("Line %(number)d: “%(email)s” is not an e-mail address."),
            params={"number": number, "email": email},
        ) from error
    name = (found["name"] or "").strip('" ') or email
    organisation = (found["organisation"] or "").strip()
    if len(name) > LONGEST_NAME or len(organisation) > LONGEST_ORGANISATION:
        raise ValidationError(
            _("Line %(number)d: the name or the organisation is too long."),
            params={"number": number},
        )
    return Recipient(name, email, organisation)


class MembersField(forms.MultipleChoiceField):
    """Members of the partnership to ask."""

    widget = forms.CheckboxSelectMultiple
    default_error_messages = {
        "invalid_choice": _("Someone you chose is no longer a member of the partnership.")
    }

    def valid_value(self, value) -> bool:
        """Compare as words, safely also for what no page of ours has sent."""
        return super().valid_value(printable(str(value)))


class AskForm(forms.Form):
    """Whom to ask: members of the partnership and others."""

    members = MembersField(label=_("Members of the partnership"), required=False)
    others = RecipientsField(
        label=_("Others, who need no account"),
        required=False,
        help_text=_("One on each line: Anna Ek &lt;anna@example.org&gt;, Organisation"),
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
        """Put both lists together; refuse none at all, too many, and someone named twice."""
        cleaned = super().clean()
        people = [_member(self._members[pk]) for pk in cleaned.get("members", [])]
        people += cleaned.get("others", [])
        addresses = [one.email for one in people]
        times = Counter(addresses)
        twice = next((one for one in addresses if times[one] > 1), None)
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
        elif twice:
            self.add_error("others", _("%(email)s is named twice.") % {"email": twice})
        return cleaned | {"recipients": people}


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
