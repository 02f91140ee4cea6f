"""What the sheet says of an agreement's place among others, and of what came after the signing."""

from django import template
from django.utils.translation import gettext as _

from agreements import tree
from agreements.choices import AgreementKind
from agreements.templatetags.agreement import day

register = template.Library()


@register.filter
def belongs_to(content: tree.AgreementTree) -> str:
    """Say which agreement an amendment changes, unless its title says it already."""
    above = content.part_of_title
    if content.kind != AgreementKind.AMENDMENT or not above or above in content.title:
        return ""
    return _("Belongs to: %(title)s") % {"title": above}


@register.filter
def decisions_after(content: tree.AgreementTree) -> list[str]:
    """Return one paragraph for each decision that came after the signing, in their order."""
    if content.signed is False:
        return []
    said = [_extension(one) for one in content.extensions]
    if content.terminated_on:
        said.append(_termination(content))
    return said


def _termination(content: tree.AgreementTree) -> str:
    words = {
        "day": day(content.terminated_on),
        "whom": content.terminated_by,
        "told": content.termination_notified_on and day(content.termination_notified_on),
    }
    if content.terminated_by and content.termination_notified_on:
        sentence = _("Terminated from %(day)s by %(whom)s, notified on %(told)s.")
    elif content.terminated_by:
        sentence = _("Terminated from %(day)s by %(whom)s.")
    elif content.termination_notified_on:
        sentence = _("Terminated from %(day)s, notified on %(told)s.")
    else:
        sentence = _("Terminated from %(day)s.")
    return sentence % words


def _extension(one: tree.Extension) -> str:
    words = {"last": one.to and day(one.to), "decided": one.decided_on and day(one.decided_on)}
    if one.to and one.decided_on:
        sentence = _("Extended to %(last)s by a decision of %(decided)s.")
    elif one.to:
        sentence = _("Extended to %(last)s.")
    elif one.decided_on:
        sentence = _("Extended until further notice by a decision of %(decided)s.")
    else:
        sentence = _("Extended until further notice.")
    return " ".join(part for part in (sentence % words, one.text) if part)
