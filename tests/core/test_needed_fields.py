"""A form marks the fewer of its fields, required or optional; conditions say themselves."""

from django import forms
from django.utils.translation import override

from agreements.forms.after_signing import ExtensionForm, TerminationForm
from agreements.forms.beginning import PeriodForm
from core.templatetags.fields import need
from desk.forms.acts import ReasonForm


def marks(form):
    with override("en"):
        return {field.name: str(need(field)) for field in form if need(field)}


def form(required=(), optional=(), boxes=()):
    fields = {name: forms.CharField() for name in required}
    fields |= {name: forms.CharField(required=False) for name in optional}
    fields |= {name: forms.BooleanField(required=False) for name in boxes}
    return type("Asked", (forms.Form,), fields)()


def test_the_fewer_are_marked():
    assert marks(form("ab", "c")) == {"c": "optional"}
    assert marks(form("a", "bcd")) == {"a": "required"}
    assert marks(form("ab", "cd")) == {"c": "optional", "d": "optional"}
    assert marks(form("ab")) == {}


def test_where_nothing_is_required_only_a_lone_field_says_that_it_is_optional():
    assert marks(form("", "abc")) == {}
    assert marks(form("", "a")) == {"a": "optional"}


def test_a_box_to_tick_is_never_marked_nor_counted():
    assert marks(form("a", "b", boxes="cde")) == {"b": "optional"}


def test_what_is_needed_at_times_says_when():
    said = marks(ExtensionForm())
    assert said["to"] == "if it is extended to a new last day"
    assert "reason" not in said
    corrected = marks(ExtensionForm(standing="Registered now: extended to 31 December 2028."))
    assert corrected["reason"] == "if you correct something"


def test_the_day_of_a_termination_is_asked_for_unless_one_is_taken_away():
    assert TerminationForm().fields["terminated_on"].required
    assert not TerminationForm(standing="Registered now").fields["terminated_on"].required


def test_forms_of_the_site_follow_the_rule():
    assert marks(PeriodForm()) == {"title": "required"}
    assert marks(ReasonForm()) == {"reason": "optional"}
