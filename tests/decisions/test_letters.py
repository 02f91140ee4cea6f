"""Members who sign in get letters: with the papers, before the meeting, when a draft is opened."""

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from time_machine import travel

from decisions.models import Letter, Matter
from tests.decisions.conftest import fresh, rewrite
from tests.desk import page, text_of

MEETING = timezone.localdate() + timedelta(days=20)


@pytest.fixture
def desk(desk_of, karin):
    """Karin at work with her plan."""
    return desk_of(karin)


@pytest.fixture
def submit(desk, steering_group):
    """Return a function: Karin puts the plan before the steering group, through the page."""

    def sent(part="decides", day=MEETING):
        mail.outbox.clear()
        lines = {f"part_{steering_group.pk}": part, f"day_{steering_group.pk}": day.isoformat()}
        answer = desk.fill_in(desk.url("submit"), **lines)
        assert answer.status_code == 302
        return text_of(desk.get(answer["Location"]))

    return sent


def written_to():
    """Those whom letters lie before, by their first names, once."""
    names = sorted(one.body.split(",")[0].split()[1] for one in mail.outbox)
    mail.outbox.clear()
    return names


def a_day_passes(day):
    with travel(day):
        call_command("send_reminders", stdout=StringIO())
    return written_to()


def test_who_signs_in_gets_the_papers_and_the_others_are_named(submit, desk, karin):
    told = submit()

    letter = next(one for one in mail.outbox if "Malte" in one.body)
    matter = Matter.objects.get()
    assert f"http://testserver{desk.url('matter', matter.pk)}" in letter.body
    assert "Mötet är" in letter.body
    assert "Luleå kommun har lämnat ”Åtgärdsplan 2027” till Styrgruppen." in letter.body
    assert letter.reply_to == [karin.user.email]
    assert written_to() == ["Malte", "Stina"]
    assert "2 ledamöter har fått brev" in told
    assert "får papperen på annat sätt: Lokalpolisområdeschef, Polisen" in told
    listed = page(desk.get(desk.url("matter", matter.pk))).xpath("//*[@class='asked-in']//li")
    assert "får papperen på annat sätt" in listed[2].text_content()


def test_who_has_not_answered_is_reminded_once_before_the_meeting(submit, desk_of, malte):
    submit()
    written_to()
    matter = Matter.objects.get()
    member = desk_of(malte)
    member.post(member.url("matter", matter.pk), {"said": "no_remarks"})

    assert a_day_passes(MEETING - timedelta(days=4)) == []
    assert a_day_passes(MEETING - timedelta(days=2)) == ["Stina"]
    assert a_day_passes(MEETING - timedelta(days=2)) == []
    assert a_day_passes(MEETING + timedelta(days=1)) == []


def test_who_is_only_told_is_asked_for_nothing(submit):
    submit(part="informed")

    assert "Du behöver inte svara." in mail.outbox[0].body
    written_to()
    assert a_day_passes(MEETING - timedelta(days=2)) == []


def test_who_joins_the_body_later_gets_the_papers_too(submit, desk, steering_group, per):
    submit()
    written_to()
    slug = per.access.partnership.slug

    desk.fill_in(
        f"/{slug}/organ/{steering_group.pk}/ledamot/", title="Kommunpolis", user=per.user.pk
    )

    assert written_to() == ["Per"]


def test_a_letter_that_fails_is_told_of_with_the_address_and_tried_again(submit, desk, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr("django.core.mail.EmailMessage.send", no_way_out)
        told = submit()

    matter = Matter.objects.get()
    assert "brevet till VD, Lulebo kunde inte skickas" in told
    assert f"http://testserver{desk.url('matter', matter.pk)}" in told
    assert not Letter.objects.exists()
    assert "har inte fått något brev" in text_of(desk.get(desk.url("matter", matter.pk)))
    assert a_day_passes(timezone.localdate() + timedelta(days=1)) == ["Malte", "Stina"]


def no_way_out(_letter):
    raise OSError


def test_who_reads_a_version_is_told_that_the_draft_is_opened_and_of_a_later_one(
    submit, desk, desk_of, plan, karin, malte
):
    submit()
    written_to()
    first = Matter.objects.get()

    desk.fill_in(desk.url("reopen"))

    assert "ändras inte" in mail.outbox[0].body
    assert written_to() == ["Malte", "Stina"]
    rewrite(plan, karin)
    submit()
    assert "ersätter en tidigare version" in mail.outbox[0].body
    assert written_to() == ["Malte", "Stina"]
    member = desk_of(malte)
    later = Matter.objects.waiting().get()
    shown = page(member.get(member.url("matter", first.pk)))
    assert member.url("matter", later.pk) in shown.xpath("//main//a/@href")
    assert fresh(plan).document.locked_version == later.version


def test_a_draft_that_is_opened_after_the_meeting_is_no_news(submit, desk):
    submit(day=date(2020, 1, 1))
    written_to()

    desk.fill_in(desk.url("reopen"))

    assert written_to() == []
