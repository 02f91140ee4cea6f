"""What waits for a person: begins the start page and the overview, by role."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agreements import tree
from consultation.choices import CommentReach
from consultation.commenting import Author, Spot, comment, deal_with
from consultation.rounds import Recipient, close, open_round
from desk import workflow
from documents.choices import SharingKind
from partnerships.choices import Role
from tests.desk import Desk, page, text_of
from tests.factories import MembershipFactory, make_agreement, signed_tree, small_tree

pytestmark = pytest.mark.usefixtures("without_pdf")

NOTHING = "Inget väntar på dig just nu."
OVERVIEW = "/trygg-i-lulea/"


@pytest.fixture
def waits(client_for):
    """Return a function: persona → what waits for them on the overview, words by address."""

    def waiting(who, where=OVERVIEW):
        found = page(client_for(who).get(where)).xpath("//section[h2[@id='waiting']]//li[.//a]")
        return {one.xpath(".//a/@href")[0]: " ".join(one.text_content().split()) for one in found}

    return waiting


def ask(document, whom, by, days=5):
    return open_round(
        document,
        title="Samråd om utkastet",
        message="",
        last_day=timezone.localdate() + timedelta(days=days),
        recipients=[Recipient(str(whom), whom.user.email, "", whom.user)],
        see_each_other=False,
        address="http://testserver",
        by=by.actor,
    )


def say(agreement, who, reach=CommentReach.EVERYONE):
    return comment(
        agreement.document,
        by=Author.of(who.access),
        spot=Spot("", None, ""),
        text="Hej",
        reach=reach,
    )


def share(agreement, whom, by):
    workflow.share(
        agreement,
        organisations=[whom.organisation],
        kind=SharingKind.FOR_COMMENTS,
        on=date(2026, 1, 1),
        by=by.actor,
    )


@pytest.mark.parametrize("who", ["karin", "per", "stina", "rut", "malte", "ines"])
def test_where_nothing_waits_it_says_so_and_what_comes_there(people, who, client_for, waits):
    persona = getattr(people, who)
    others = (tree.Party(organisation="Föreningen", kind="civil_society"),)
    make_agreement(signed_tree(signed=None, parties=others), by=people.ines)

    assert waits(persona) == {}
    words = text_of(client_for(persona).get(OVERVIEW))
    assert NOTHING in words
    assert "Hit kommer" in words


def test_a_consultation_waits_for_the_one_who_is_asked_until_it_is_closed(
    draft, karin, ines, malte, waits
):
    opened = ask(draft.document, ines, karin)

    (words,) = waits(ines).values()
    name = f"Samråd om utkastet · {draft.title}"  # of which document the round does not say
    assert words == f"Svara på samrådet {name} 5 dagar kvar"
    assert waits(malte) == {}

    close(opened, by=karin.actor)
    assert waits(ines) == {}


def test_open_comments_wait_for_the_coordinator_who_writes(draft, karin, per, rut, waits):
    share(draft, per, karin)
    first, _second = say(draft, per), say(draft, rut, CommentReach.INTERNAL)
    say(draft, per, CommentReach.INTERNAL)  # for the police alone

    address = Desk(None, draft).url("comments")
    assert waits(karin)[address] == f"2 öppna kommentarer {draft.name}"
    assert address not in waits(rut)
    assert address not in waits(per)

    deal_with(first, by=Author.of(karin.access))
    assert waits(karin)[address] == f"1 öppen kommentar {draft.name}"


def test_a_shared_draft_waits_until_one_has_commented(draft, karin, malte, ines, waits):
    share(draft, malte, karin)
    share(draft, ines, karin)

    address = Desk(None, draft).url("detail")
    assert waits(malte) == {address: f"Läs och kommentera utkastet {draft.name}"}
    assert waits(ines) == {}  # reads only

    say(draft, malte)
    assert waits(malte) == {}


def test_an_own_draft_that_others_comment_on_waits_for_the_steering_group(
    draft, karin, per, stina, rut, waits
):
    assert waits(stina) == {}  # nobody has been asked yet

    share(draft, per, karin)

    address = Desk(None, draft).url("detail")
    assert waits(stina) == {address: f"Läs och kommentera utkastet {draft.name}"}
    assert address not in waits(karin)  # writes it
    assert address not in waits(rut)
    say(draft, stina, CommentReach.INTERNAL)
    assert waits(stina) == {}


def test_a_locked_text_waits_for_the_steering_group_and_for_who_registers(
    draft, karin, stina, rut, waits
):
    workflow.lock(draft, by=karin.actor)
    desk = Desk(None, draft)

    assert waits(stina) == {desk.url("detail"): f"Låst för underskrift: läs texten {draft.name}"}
    register = {
        desk.url("register_signed"): f"Låst: registrera när den är undertecknad {draft.name}"
    }
    assert waits(karin) == waits(rut) == register


def test_missing_numbers_and_files_wait_for_the_registrar_in_a_line_each(karin, rut, stina, waits):
    facts = {"key": None, "parties": small_tree().parties[1:]}
    one = make_agreement(signed_tree(**facts), by=karin)
    desk = Desk(None, one)
    assert waits(rut) == {
        desk.url("registration"): f"Anteckna diarienumret {one.name}",
        desk.url("attach"): f"Bifoga den undertecknade filen {one.name}",
    }

    make_agreement(signed_tree(signed=None, **facts), by=karin)
    make_agreement(signed_tree(signed=None, **facts), by=karin)
    assert waits(rut) == {
        reverse("agreements:waiting", args=["trygg-i-lulea"]): (
            "Anteckna diarienumret 3 överenskommelser"
        ),
        desk.url("attach"): f"Bifoga den undertecknade filen {one.name}",
    }
    assert waits(stina) == {}


def test_an_agreement_that_ends_soon_waits_for_those_who_lead(karin, stina, rut, malte, waits):
    last = timezone.localdate() + timedelta(days=60)
    facts = {"key": None, "signed": None, "extensions": ()}
    ending = make_agreement(signed_tree(valid_to=last, **facts), by=karin)
    make_agreement(
        signed_tree(valid_to=last, renewal_rule="until_further_notice", **facts), by=karin
    )
    make_agreement(signed_tree(valid_to=last + timedelta(days=400), **facts), by=karin)
    address = Desk(None, ending).url("detail")

    for who in (karin, stina):
        assert waits(who)[address].startswith("Löper ut utan att något undertecknat tar vid")
        assert str(last.year) in waits(who)[address]
    for who in (rut, malte):
        assert address not in waits(who)

    successor = tree.Superseded(reference=str(ending.key), title=ending.title)
    make_agreement(
        signed_tree(
            **facts | {"signed": True},
            valid_from=last + timedelta(days=1),
            valid_to=None,
            supersedes=(successor,),
        ),
        by=karin,
    )
    assert address not in waits(karin)


def test_the_start_page_leads_on_to_the_only_partnership(karin, client_for):
    assert client_for(karin).get("/")["Location"] == OVERVIEW


def test_with_more_than_one_it_begins_with_what_waits_in_all_of_them(
    karin, olof, draft, other_partnership, waits, client_for
):
    share(draft, karin, karin)
    workflow.lock(draft, by=karin.actor)
    theirs = make_agreement(small_tree(key=None), by=olof)
    workflow.lock(theirs, by=olof.actor)
    own = MembershipFactory(
        user=karin.user,
        partnership=other_partnership,
        organisation=karin.organisation,
        role=Role.DECISION_MAKER,
    )
    desk = Desk(None, draft)

    assert list(waits(karin, "/")) == [desk.url("register_signed")]  # a draft of Umeå is not seen
    share(theirs, karin, olof)
    theirs_desk = Desk(None, theirs, partnership="umebra")
    assert waits(karin, "/")[theirs_desk.url("detail")].endswith("· UmeBrå")
    own.delete()
    assert client_for(karin).get("/").status_code == 302


def test_whoever_is_in_no_partnership_is_told_so(ada, client_for):
    answer = client_for(ada).get("/")

    assert answer.status_code == 200
    assert NOTHING not in text_of(answer)
