"""The document as a Word file, and taking in what was changed in it."""

from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from consultation.commenting import Author
from core.textdiff import Paragraph, textdiff
from desk.addresses import page_of
from desk.exchange.encoding import content_bytes
from desk.forms.word import TakeInForm
from desk.views.fetching import current_tree, get_top, get_top_for
from desk.views.form_pages import act_page
from desk.views.prints import decided_of, printed_as
from desk.views.sending import file_name, send_file
from desk.word.differences import Difference, Differences
from desk.word.returning import ReturnedFile, differences
from desk.word.taking_in import take_in as write
from desk.word.writing import write_word
from documents import tree
from documents.acts import TAKE_IN
from documents.changes import Actor, change
from documents.choices import Command
from documents.kinds import DocumentKind, kind_of
from documents.models import Change, TopRow
from documents.reading import read_tree
from documents.visibility import changes_of
from partnerships.access import door
from partnerships.permissions import Action

#: A template of nothing.
NOTHING = "desk/nothing.html"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@door(Action.VIEW)
@require_safe
def word(request: HttpRequest, kind: DocumentKind, pk: int) -> HttpResponse:
    """Send the document as a Word file: the locked text, otherwise the working draft."""
    top = get_top(request, kind, pk)
    printed_kind, dated = printed_as(top)
    written = write_word(
        _tree_with_keys(top),
        top=top,
        kind=printed_kind,
        dated=dated,
        decided=decided_of(top),
        change=Change.objects.of(top.document).first(),
    )
    name = f"{file_name(top, draft=not printed_kind)}.docx"
    return send_file(written.file, WORD, name, attached=True)


def _tree_with_keys(top: TopRow) -> tree.DocumentTree:
    """Return the current text; of a locked proposal with the keys of its rows.

    Someone may edit its Word file while it is locked, and bring it in when it is open again.
    """
    content = current_tree(top)
    if top.version_read is None or not top.reads_draft:
        return content
    live = read_tree(top)
    return live if content_bytes(live) == content_bytes(content) else content


@door(TAKE_IN.action)
@require_http_methods(["GET", "HEAD", "POST"])
def take_in(request: HttpRequest, kind: DocumentKind, pk: int) -> HttpResponse:
    """Choose a Word file; see what differs; take in what is chosen of it, as one change."""
    top = get_top_for(TAKE_IN, request, kind, pk)
    if request.method != "POST":
        return _upload_page(request, top, TakeInForm(top=top))
    if "read" in request.POST:
        return _confirmed(request, top)
    form = TakeInForm(request.POST, request.FILES, top=top)
    if form.is_valid():
        returned = form.cleaned_data["file"]
        try:
            found = differences(top, returned, changes_of(top.document, request.access))
            return _review(request, top, returned, found)
        except ValidationError as error:
            form.add_error("file", error)
    return _upload_page(request, top, form)


def _confirmed(request: HttpRequest, top: TopRow) -> HttpResponse:
    """Take in what was chosen, if it is still what was shown."""
    try:
        returned = ReturnedFile.unpacked(request.POST["read"])
    except signing.BadSignature:
        form = TakeInForm(top=top)
        messages.error(request, _("The comparison could not be read. Choose the file again."))
        return _upload_page(request, top, form, status=422)
    chosen = set(request.POST.getlist("take"))
    try:
        with change(
            by=Actor.of(request.access),
            document=top.document,
            command=Command.TAKE_IN,
            reason=returned.name,
        ):
            current = type(top).objects.get(pk=top.pk)
            current.document = top.document
            found = differences(current, returned, changes_of(top.document, request.access))
            taken = [one for one in found.proposals if one.token in chosen]
            if len(taken) < len(chosen) or not chosen:
                return _review(request, top, returned, found, chosen=chosen)
            actions = [action for one in taken for action in one.actions]
            write(current, actions, by=Author.of(request.access))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return _upload_page(request, top, TakeInForm(top=top), status=422)
    messages.success(
        request,
        ngettext(
            "%(number)d change has been taken in from the Word file.",
            "%(number)d changes have been taken in from the Word file.",
            len(taken),
        )
        % {"number": len(taken)},
    )
    return redirect(page_of(request, top))


def _upload_page(
    request: HttpRequest, top: TopRow, form: TakeInForm, status: int = 200
) -> HttpResponse:
    """Ask for the Word file."""
    return act_page(
        request,
        top,
        form,
        "desk/word/take_in.html",
        status=status,
        other_file=kind_of(top.document).panels.get("other_file", NOTHING),
    )


def _review(
    request: HttpRequest,
    top: TopRow,
    returned: ReturnedFile,
    found: Differences,
    *,
    chosen: set[str] | None = None,
) -> HttpResponse:
    """Show what differs. `chosen` is what was sent when it could not be taken in as it was."""
    stale = chosen is not None and bool(chosen)
    return render(
        request,
        "desk/word/review.html",
        {
            "top": top,
            "page": page_of(request, top),
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
