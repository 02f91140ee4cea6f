"""Ta fram tillägg: a draft that changes a binding agreement without replacing it.

An amendment (`domain.md` section 5, *tillägg*) is an agreement of its own: it is written, shared,
locked, signed and printed like any other, and names the one it changes as what it is part of.
"""

from datetime import date

from django.utils import translation
from django.utils.html import format_html
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from agreements import starting, tree
from agreements.choices import AgreementKind, Block
from agreements.models import Agreement
from agreements.validity import has_ended
from core.days import day
from core.richtext import normalise
from documents.changes import Actor, WrongState
from documents.languages import words_for
from documents.reading import read_tree
from documents.writing import copied_key
from partnerships.models import Organisation


class HasEnded(WrongState):
    """An agreement that no longer holds was to be amended."""

    @property
    def sentence(self) -> str:
        """Say so, and what there is to do instead."""
        return _("The agreement has ended, so there is nothing to amend. Write a new one instead.")


def amend(
    agreement: Agreement,
    *,
    title: str,
    valid_from: date | None,
    drafting_organisation: Organisation,
    by: Actor,
) -> Agreement:
    """Make the draft of an amendment to `agreement` and return it.

    Raises WrongState when the agreement is not binding, is itself an amendment or has ended.
    """
    refuse_what_is_not_amended(agreement)
    return starting.create(
        amendment_to(read_tree(agreement), title=title, valid_from=valid_from),
        partnership=agreement.document.partnership,
        drafting_organisation=drafting_organisation,
        by=by,
        key_for=copied_key,
    )


def refuse_what_is_not_amended(agreement: Agreement) -> None:
    """Raise WrongState unless an amendment can be made to `agreement`.

    A second amendment changes the same agreement as the first, and what has ended is not changed.
    """
    if not agreement.document.is_binding or agreement.is_amendment:
        raise WrongState
    if has_ended(agreement):
        raise HasEnded


def usual_title(agreement: Agreement) -> str:
    """Return the title that an amendment to `agreement` gets when nobody writes another."""
    with translation.override(words_for(agreement.document.language)):
        return (_("Amendment to %(title)s") % {"title": agreement.name})[:500]


def amendment_to(
    content: tree.AgreementTree, *, title: str, valid_from: date | None
) -> tree.AgreementTree:
    """Return the amendment as it is before anyone has written in it.

    Parties and signatories are carried over unsigned; the text says what it belongs to.
    """
    with translation.override(words_for(content.language)):
        sections = _sections(content)
    return tree.AgreementTree(
        title=title,
        language=content.language,
        kind=AgreementKind.AMENDMENT.value,
        signed=False,
        valid_from=valid_from,
        part_of=str(content.key),
        parties=tuple(starting.unsigned(party) for party in content.parties),
        sections=sections,
    )


def _sections(content: tree.AgreementTree) -> tuple[tree.Section, ...]:
    return (
        tree.Section(heading=_("Background"), parts=(_text(_background(content)),)),
        tree.Section(
            heading=_("Changes and additions"),
            parts=(
                _text(_("The parties agree on the following:")),
                _numbered(_("Under the heading … it shall say: …")),
                _text(_("Otherwise the agreement is valid as before.")),
            ),
        ),
        tree.Section(
            heading=_("Period of validity"), parts=(tree.BlockPart(block=Block.VALIDITY.value),)
        ),
        tree.Section(parts=(tree.BlockPart(block=Block.SIGNATURES.value),)),
    )


def _background(content: tree.AgreementTree) -> str:
    """Name the agreement: its title, its parties and when it was signed.

    Not its period, which an extension would move: the amendment lasts as long as the agreement.
    """
    whom = get_text_list([party.name for party in content.parties], _("and"))
    naming = (
        _("This is an amendment to “%(title)s” between %(parties)s.")
        if whom
        else _("This is an amendment to “%(title)s”.")
    )
    said = [naming % {"title": content.title, "parties": whom}]
    if content.signed_on:
        said.append(_("The agreement was signed on %(day)s.") % {"day": day(content.signed_on)})
    return " ".join(said)


def _text(words: str) -> tree.TextPart:
    return tree.TextPart(text=normalise(format_html("<p>{}</p>", words)))


def _numbered(words: str) -> tree.TextPart:
    return tree.TextPart(text=normalise(format_html("<ol><li>{}</li></ol>", words)))
