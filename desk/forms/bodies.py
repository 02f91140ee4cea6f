"""Forms of the bodies of a partnership and of who sits in them."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from decisions.models import Body, Seat
from desk.forms.fields import column_field, name_empty_choices
from partnerships.access import Access


class BodyForm(forms.ModelForm):
    """A body: what it is called, whose it is, whether it still meets."""

    class Meta:
        model = Body
        fields = ["name", "kind", "organisation", "delegation", "ended_on"]
        formfield_callback = column_field

    def __init__(self, access: Access, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.instance.partnership = access.partnership
        name_empty_choices(self)
        if self.instance.pk is None:
            del self.fields["ended_on"]

    def clean_name(self) -> str:
        """Refuse a name that another body of the partnership has."""
        name = self.cleaned_data["name"]
        same = Body.objects.filter(partnership=self.instance.partnership, name=name)
        if same.exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("There is already a body with this name."))
        return name


class SeatForm(forms.ModelForm):
    """A place in a body: by function, with the account of its holder if there is one."""

    class Meta:
        model = Seat
        fields = ["title", "name", "organisation", "role", "stands_in_for", "user", "left_on"]
        formfield_callback = column_field

    def __init__(self, access: Access, body: Body, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.instance.body = body
        seats = body.seats.sitting().exclude(pk=self.instance.pk)
        self.fields["stands_in_for"].queryset = seats
        members = User.objects.filter(memberships__partnership=access.partnership)
        self.fields["user"].queryset = members.order_by("name")
        name_empty_choices(self)
        if self.instance.pk is None:
            del self.fields["left_on"]

    def clean_user(self):
        """Refuse an account that already has a seat in the body."""
        user = self.cleaned_data["user"]
        taken = self.instance.body.seats.filter(user=user, left_on=None).exclude(
            pk=self.instance.pk
        )
        if user and taken.exists():
            raise ValidationError(_("This account already has a seat in the body."))
        return user
