"""How much text is taken in: more than any agreement has, and no more than a page can show."""

from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext as _

MAX_CHARACTERS = 2_000_000
MAX_PARAGRAPHS = 20_000
MAX_IN_PARAGRAPH = 50_000


def validate_text(characters: int) -> None:
    """Raise `ValidationError` when a text is longer than any agreement."""
    if characters > MAX_CHARACTERS:
        raise ValidationError(
            _(
                "The text is too long to be an agreement: more than %(limit)s characters. Bring in "
                "the agreement alone, without its appendices."
            ),
            code="too_long",
            params={"limit": number_format(MAX_CHARACTERS, force_grouping=True)},
        )


def validate_paragraphs(count: int) -> None:
    """Raise `ValidationError` when a text has more paragraphs than any agreement."""
    if count > MAX_PARAGRAPHS:
        raise ValidationError(
            _(
                "The text has too many paragraphs to be an agreement: more than %(limit)s. Bring "
                "in the agreement alone, without its appendices."
            ),
            code="too_many_paragraphs",
            params={"limit": number_format(MAX_PARAGRAPHS, force_grouping=True)},
        )


def validate_paragraph(characters: int) -> None:
    """Raise `ValidationError` when a single paragraph is as long as an agreement."""
    if characters > MAX_IN_PARAGRAPH:
        raise ValidationError(
            _(
                "A single paragraph of the text has more than %(limit)s characters. Divide it into "
                "paragraphs and bring the text in again."
            ),
            code="long_paragraph",
            params={"limit": number_format(MAX_IN_PARAGRAPH, force_grouping=True)},
        )
