"""How many queries each page makes, and that more rows do not mean more queries.

The numbers in `query_counts.json` are those of a production server: what a test's own transaction
adds is left out. A change of them is seen and judged in the diff; a page never makes more queries
because a document is longer or a list has more lines.
"""

import json
import os
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from django.urls import reverse

from accounts.models import User
from bench.queries import queries_of
from documents.changes import change
from documents.choices import SharingKind
from tests import factories
from tests.desk import Desk, fields

COUNTS = Path(__file__).with_name("query_counts.json")
RENEW = "RENEW_QUERY_COUNTS"


def page(name, *rest):
    return lambda desk: partial(desk.get, desk.url(name, *rest))


def first_text(desk):
    return desk.row("part", kind="text")


def saving(find, **changed):
    """The POST of a row's form, htmx or not; the form is opened before the count."""

    def prepare(desk):
        url = desk.at("edit", find(desk))
        return partial(desk.post, url, fields(desk.get(url)) | changed, htmx=True)

    return prepare


def in_two_partnerships(desk):
    """The start page, which leads on whoever has only one."""
    factories.MembershipFactory(user=User.objects.get(name="Karin Ström"))
    return partial(desk.get, reverse("pages:start"))


def as_it_was(desk):
    return partial(desk.get, desk.url("as_of", desk.changes()[-1].pk))


#: Name: (who opens it, which agreement it is about, what to call once the desk is set).
ABOUT_ONE = {
    "agreement, draft": ("karin", "draft", page("detail")),
    "agreement, draft shared with the police": ("per", "shared", page("detail")),
    "agreement, signed": ("karin", "signed", page("detail")),
    "fragment to edit a text": (
        "karin",
        "draft",
        lambda desk: partial(desk.get, desk.at("edit", first_text(desk)), htmx=True),
    ),
    "save a text": ("karin", "draft", saving(first_text, text="<p>En ny text.</p>")),
    "save a goal": ("karin", "draft", saving(lambda desk: desk.row("goal"), text="Ett nytt mål")),
    "history": ("karin", "draft", page("history")),
    "as of a change": ("karin", "draft", as_it_was),
    "PDF, draft": ("karin", "draft", page("pdf")),
    "PDF, stored": ("karin", "signed", page("pdf")),
    "export": ("karin", "draft", page("export")),
}
ABOUT_MANY = {
    "list": lambda desk: partial(desk.get, reverse("agreements:list", args=[desk.slug])),
    "overview": lambda desk: partial(desk.get, reverse("pages:overview", args=[desk.slug])),
    "start": lambda desk: in_two_partnerships(desk),
}
AIMS = {
    "agreement, draft": 15,
    "agreement, draft shared with the police": 15,
    "agreement, signed": 15,
    "save a text": 12,
    "save a goal": 12,
}


def times(number, **changed):
    """The small agreement with every kind of row that many times over."""
    content = factories.signed_tree(**changed)
    many = ("parties", "sections", "goals", "bodies", "duties", "appendices", "extensions")
    return replace(content, **{name: getattr(content, name) * number for name in many})


@pytest.fixture
def desk_for(people, client_for, without_pdf):
    """Return a function: who, which kind of agreement and how large → their desk."""

    def set_up(who, which, size=1):
        content = times(size) if which == "signed" else times(size, signed=False)
        made = factories.make_agreement(content, by=people.karin)
        if which == "shared":
            with change(by=people.karin.actor, document=made.document, while_locked=True):
                police = people.per.organisation
                made.document.let_in(police, kind=SharingKind.FOR_COMMENTS, on=factories.FIRST_DAY)
        return Desk(client_for(getattr(people, who)), made)

    return set_up


def queries(call):
    """The queries of one call, which is to succeed."""
    answers = []
    made = queries_of(lambda: answers.append(call()))
    assert answers[0].status_code in (200, 302)
    return made


def numbers():
    return json.loads(COUNTS.read_text()) if COUNTS.exists() else {}


def check(name, made):
    if os.environ.get(RENEW):
        COUNTS.write_text(
            json.dumps(
                dict(sorted((numbers() | {name: len(made)}).items())), indent=2, ensure_ascii=False
            )
            + "\n"
        )
    known = numbers().get(name)
    listed = "\n".join(f"{n:3} {sql[:160]}" for n, sql in enumerate(made, start=1))
    assert len(made) == known, (
        f"“{name}” makes {len(made)} queries and {COUNTS.name} says {known}.\n"
        f"If that is meant: {RENEW}=1 .venv/bin/pytest tests/test_query_counts.py, "
        f"and look at the diff.\n{listed}"
    )


@pytest.mark.parametrize("name", ABOUT_ONE)
def test_a_page_makes_the_queries_that_are_written_down(name, desk_for):
    who, which, prepare = ABOUT_ONE[name]

    check(name, queries(prepare(desk_for(who, which))))


@pytest.mark.parametrize("name", ABOUT_MANY)
def test_a_list_makes_the_queries_that_are_written_down(name, desk_for):
    check(name, queries(ABOUT_MANY[name](desk_for("karin", "draft"))))


@pytest.mark.parametrize("name", ABOUT_ONE)
def test_a_page_makes_no_more_queries_for_five_times_the_rows(name, desk_for):
    who, which, prepare = ABOUT_ONE[name]

    few = queries(prepare(desk_for(who, which, size=1)))
    many = queries(prepare(desk_for(who, which, size=5)))

    assert len(few) == len(many), "\n".join(many)


@pytest.mark.parametrize("name", ABOUT_MANY)
def test_a_list_makes_no_more_queries_for_fifty_agreements_than_for_five(name, desk_for, people):
    desk = desk_for("karin", "draft")
    short = {"sections": (), "goals": (), "bodies": (), "duties": (), "appendices": ()}

    def add(number):
        for step in range(number):
            make = factories.signed_tree if step % 2 else factories.small_tree
            factories.make_agreement(make(**short), by=people.karin)
            factories.MembershipFactory(user=people.karin.user)

    add(4)
    few = queries(ABOUT_MANY[name](desk))
    add(45)
    many = queries(ABOUT_MANY[name](desk))

    assert len(few) == len(many), "\n".join(many)


def test_a_history_makes_no_more_queries_for_more_changes(desk_for, people):
    desk = desk_for("karin", "draft")

    def write(times):
        for step in range(times):
            with change(by=people.karin.actor, document=desk.agreement.document):
                row = desk.row("goal")
                row.text = f"Mål {desk.agreement.pk} {step} {times}"
                row.save()

    write(5)
    few = [queries(page(name)(desk)) for name in ("history", "detail")]
    write(25)
    many = [queries(page(name)(desk)) for name in ("history", "detail")]

    assert [len(made) for made in few] == [len(made) for made in many]


def test_the_file_names_these_pages_and_no_others():
    assert set(numbers()) == {*ABOUT_ONE, *ABOUT_MANY}


@pytest.mark.parametrize("name", AIMS)
def test_the_pages_one_works_on_keep_to_their_aims(name):
    assert numbers()[name] <= AIMS[name]
