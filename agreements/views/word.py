"""The agreement as a Word file, and taking in what was changed in it."""

from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from agreements import tree
from agreements.exchange.encoding import content_bytes
from agreements.forms.word import TakeInForm
from agreements.models import Agreement
from agreements.reading import read_agreement
from agreements.views.fetching import current_tree, get_agreement, get_text_to_write, page_of
from agreements.views.prints import printed_as
from agreements.views.sending import file_name, send_file
from agreements.word.differences import Difference, Differences
from agreements.word.returning import ReturnedFile, differences
from agreements.word.taking_in import take_in as write
from agreements.word.writing import write_word
from consultation.commenting import Author
from core.textdiff import Paragraph, textdiff
from documents.changes import Actor, DocumentLocked, change
from documents.choices import Command
from documents.models import Change
from documents.visibility import changes_seen_by
from partnerships.access import door
from partnerships.permissions import Action

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@door(Action.VIEW)
@require_safe
def word(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the agreement as a Word file: the locked text, otherwise the working draft."""
    agreement = get_agreement(request, pk)
    kind, dated = printed_as(agreement)
    written = write_word(
        _tree_with_keys(agreement),
        agreement=agreement,
        kind=kind,
        dated=dated,
        change=Change.objects.of(agreement.document).first(),
    )
    name = f"{file_name(agreement, draft=not kind)}.docx"
    return send_file(written.file, WORD, name, attached=True)


def _tree_with_keys(agreement: Agreement) -> tree.AgreementTree:
    """Return the current text; of a locked proposal with the keys of its rows.

    Someone may edit its Word file while it is locked, and bring it in when it is open again.
    """
    content = current_tree(agreement)
    if not agreement.document.is_locked or agreement.document.is_binding:
        return content
    live = read_agreement(agreement)
    return live if content_bytes(live) == content_bytes(content) else content


@door(Action.EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def take_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose a Word file; see what differs; take in what is chosen of it, as one change."""
    agreement = get_text_to_write(request, pk)
    if agreement.document.is_locked:
        raise DocumentLocked
    if request.method != "POST":
        return _form_page(request, agreement, TakeInForm(agreement=agreement))
    if "read" in request.POST:
        return _confirmed(request, agreement)
    form = TakeInForm(request.POST, request.FILES, agreement=agreement)
    if form.is_valid():
        returned = form.cleaned_data["file"]
        try:
            found = differences(agreement, returned, changes_seen_by(request.access))
            return _review(request, agreement, returned, found)
        except ValidationError as error:
            form.add_error("file", error)
    return _form_page(request, agreement, form)


def _confirmed(request: HttpRequest, agreement: Agreement) -> HttpResponse:
    """Take in what was chosen, if it is still what was shown."""
    try:
        returned = ReturnedFile.unpacked(request.POST["read"])
    except signing.BadSignature:
        form = TakeInForm(agreement=agreement)
        messages.error(request, _("The comparison could not be read. Choose the file again."))
        return _form_page(request, agreement, form, status=422)
    chosen = set(request.POST.getlist("take"))
    try:
        with change(
            by=Actor.of(request.access),
            document=agreement.document,
            command=Command.TAKE_IN,
            reason=returned.name,
        ):
            current = Agreement.objects.get(pk=agreement.pk)
            current.document = agreement.document
            found = differences(current, returned, changes_seen_by(request.access))
            taken = [one for one in found.proposals if one.token in chosen]
            if len(taken) < len(chosen) or not chosen:
                return _review(request, agreement, returned, found, chosen=chosen)
            actions = [action for one in taken for action in one.actions]
            write(current, actions, by=Author.of(request.access))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return _form_page(request, agreement, TakeInForm(agreement=agreement), status=422)
    messages.success(
        request,
        ngettext(
            "%(number)d change has been taken in from the Word file.",
            "%(number)d changes have been taken in from the Word file.",
            len(taken),
        )
        % {"number": len(taken)},
    )
    return redirect(page_of(request, agreement))


def _form_page(
    request: HttpRequest, agreement: Agreement, form: TakeInForm, status: int = 200
) -> HttpResponse:
    return render(
        request,
        "agreements/word/take_in.html",
        {"agreement": agreement, "form": form, "page": page_of(request, agreement)},
        status=422 if form.errors else status,
    )


def _review(
    request: HttpRequest,
    agreement: Agreement,
    returned: ReturnedFile,
    found: Differences,
    *,
    chosen: set[str] | None = None,
) -> HttpResponse:
    """Show what differs. `chosen` is what was sent when it could not be taken in as it was."""
    stale = chosen is not None and bool(chosen)
    return render(
        request,
        "agreements/word/review.html",
        {
            "agreement": agreement,
            "page": page_of(request, agreement),
            "file": returned.name,
            "read": returned.packed(),
            "proposals": [_shown(one, chosen) for one in found.proposals],
            "notes": found.notes,
            "stale": stale,
            "nothing_chosen": chosen is not None and not chosen,
        },
        status=200 if chosen is None else 409 if stale else 422,
    )


def _shown(one: Difference, chosen: set[str] | None) -> dict:
    """Return what the page shows of a proposal."""
    redline = textdiff(one.before, one.after)
    is_same = all(paragraph.kind == "equal" for paragraph in redline)
    return {
        "one": one,
        "passages": [redline] if is_same else _passages(redline),
        # Words that are the same may stand in another list, or be bold now.
        "same_words": is_same and not one.is_comment,
        "is_chosen": not one.warning if chosen is None else one.token in chosen,
    }


def _passages(redline: list[Paragraph]) -> list[list[Paragraph]]:
    """Return the paragraphs that changed, each run of them with its neighbours."""
    changed = {at for at, paragraph in enumerate(redline) if paragraph.kind != "equal"}
    passages: list[list[Paragraph]] = []
    before = None
    for at, paragraph in enumerate(redline):
        if changed.isdisjoint((at - 1, at, at + 1)):
            continue
        if before is None or before < at - 1:
            passages.append([])
        passages[-1].append(paragraph)
        before = at
    return passages
