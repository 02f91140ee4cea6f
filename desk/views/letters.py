"""Writing to the members of a body, and telling whom that did not reach."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from decisions.choices import LetterKind
from decisions.letters import write
from decisions.models import Matter
from desk.addresses import address_in
from documents.kinds import top_of


def write_to_members(
    request: HttpRequest, matters: Iterable[Matter], kind: LetterKind = LetterKind.ASKED
) -> None:
    """Write to those who are asked in `matters`; say how many letters went, and which did not."""
    address = request.build_absolute_uri("/").rstrip("/")
    written = write(matters, kind, page_of=lambda one: page_for_members(one, address))
    if written.sent:
        words = ngettext(
            "%(number)d member was written to.", "%(number)d members were written to.", written.sent
        )
        messages.success(request, words % {"number": written.sent})
    for seat, page in written.unsent:
        messages.warning(
            request,
            _(
                "Nothing is lost, but the letter to %(name)s could not be sent. Copy the address "
                "and send it yourself: %(page)s"
            )
            % {"name": seat, "page": page},
        )


def page_for_members(matter: Matter, address: str = "") -> str:
    """Return the whole address of the page on which members read and answer.

    `address` is where the program is reached, where somebody asks for a page now.
    """
    document = matter.document
    path = address_in(document.partnership.slug, top_of(document), "matter", matter.pk)
    return f"{address or matter.address}{path}"


def name_who_gets_no_letter(request: HttpRequest, matters: Iterable[Matter]) -> None:
    """Say who is asked in `matters` and does not sign in: they get the papers in another way."""
    for matter in matters:
        asked = matter.body.seats.asked()
        others = asked.exclude(pk__in=asked.signing_in())
        if others:
            messages.info(
                request,
                _("%(body)s: these do not sign in and get the papers in another way: %(names)s.")
                % {"body": matter.body, "names": "; ".join(map(str, others))},
            )
