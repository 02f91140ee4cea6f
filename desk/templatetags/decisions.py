"""What templates say of decisions and of members' answers."""

from django import template

from decisions import phrases
from decisions.answering import Asked
from decisions.choices import AnswerKind

register = template.Library()

register.filter("line", phrases.line)

#: Which look a member's answer has, as those of `includes/tag.html`.
_LOOKS = {
    AnswerKind.NO_REMARKS: "ok",
    AnswerKind.RAISE: "going",
    AnswerKind.ABSTAINS: "idle",
    AnswerKind.BIASED: "idle",
}


@register.filter
def look(asked: Asked) -> str:
    """Return the look of what a member has said, or of their not having said anything yet."""
    return _LOOKS[asked.answer.said] if asked.has_answered else "idle"
