"""No page of a document makes more queries because the document is longer, whatever its kind."""

from dataclasses import replace
from functools import partial

import pytest

from bench.queries import queries_of
from desk import workflow
from documents.writing import copied_key
from tests.desk import Desk, fields
from tests.kinds.examples import bind, example

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("without_pdf")]

#: At most so many to show the document to who edits it, and to save one of its texts.
TO_SHOW, TO_SAVE = 15, 12
#: A plan has more tables.
TO_SHOW_A_PLAN = 20
PAGES = (
    *("detail", "html", "word", "pdf", "history", "compare", "comments"),
    *("registration", "correspondence", "replace", "lock", "share", "consultations"),
)


@pytest.fixture
def desk_for(kind, karin, client_for):
    """Return a function: how many times each row of the example → Karin at work with it."""

    def made(times):
        content = example(kind)
        rows = {name: getattr(content, name) * times for name in kind.top.below}
        top = workflow.create(
            replace(content, **rows),
            partnership=karin.access.partnership,
            drafting_organisation=karin.organisation,
            by=karin.actor,
            key_for=copied_key,
        )
        return Desk(client_for(karin), top)

    return made


def number(call):
    """Return the number of queries of a call, which is to succeed."""
    answers = []
    made = queries_of(lambda: answers.append(call()))
    assert answers[0].status_code in (200, 302)
    return len(made)


def opening(desk, page, *rest):
    return partial(desk.get, desk.url(page, *rest))


def form_of(desk, row):
    """The address of the form of the first row of a kind that has words of its own."""
    return desk.at("edit", desk.row(row, block="") if row == "part" else desk.row(row))


def saving(desk, row):
    """The POST of a row's form, with other words in its first text."""
    url = form_of(desk, row)
    sent = fields(desk.get(url))
    name = next(text for text in desk.kind.rows_by_name[row].texts if text in sent)
    return partial(desk.post, url, sent | {name: f"{sent[name]} till"}, htmx=True)


def with_texts(kind):
    return [name for name, row in kind.edited_rows.items() if row.texts]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_makes_no_more_queries_for_five_times_the_rows(desk_for, page):
    assert number(opening(desk_for(5), page)) <= number(opening(desk_for(1), page))


def test_the_past_makes_no_more_queries_for_five_times_the_rows(desk_for):
    few, many = (
        number(opening(desk, "as_of", desk.changes()[-1].pk)) for desk in map(desk_for, (1, 5))
    )
    assert many <= few


def test_a_stored_version_makes_no_more_queries_for_five_times_the_rows(desk_for, karin):
    few, many = desk_for(1), desk_for(5)
    for desk in (few, many):
        workflow.lock(desk.agreement, by=karin.actor)
        bind(desk.agreement, karin)
    for page, rest in (("version", [1]), ("detail", []), ("word", []), ("html", [])):
        assert number(opening(many, page, *rest)) <= number(opening(few, page, *rest)), page


def test_no_row_is_dearer_to_edit_or_to_save_in_a_longer_document(desk_for, kind):
    few, many = desk_for(1), desk_for(5)
    for row in with_texts(kind):
        opened = [number(partial(one.get, form_of(one, row))) for one in (few, many)]
        assert opened[1] <= opened[0], row
        saved = [number(saving(one, row)) for one in (few, many)]
        assert saved[1] <= saved[0], row


def test_the_page_one_edits_on_and_saving_a_text_keep_to_their_aims(desk_for):
    desk = desk_for(2)

    to_show = TO_SHOW_A_PLAN if desk.kind.name == "plan" else TO_SHOW
    assert number(opening(desk, "detail")) <= to_show
    assert number(saving(desk, "part")) <= TO_SAVE
