"""What members say before the meeting: no part of the document, and no decision."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from decisions.choices import AnswerKind, LetterKind
from decisions.models import Answer, Matter, Seat
from decisions.submitting import lock_waiting


def seat_of(user, matter: Matter) -> Seat | None:
    """Return the seat from which `user` is asked in `matter`, or None."""
    return matter.body.seats.asked().filter(user=user).first()


def read(matter: Matter, seat: Seat) -> None:
    """Note that the holder of `seat` has read what is to be decided; the first time stands."""
    with transaction.atomic():
        lock_waiting(matter)
        Answer.objects.get_or_create(
            matter=matter, seat=seat, defaults={"name": _name(seat), "read_at": timezone.now()}
        )


def answer(matter: Matter, seat: Seat, *, said: AnswerKind, comment: str) -> Answer:
    """Take in what the holder of `seat` says; the latest answer before the decision stands.

    Raises NotWaiting when the body has decided or the matter was withdrawn.
    """
    now = timezone.now()
    with transaction.atomic():
        lock_waiting(matter)
        given, _is_new = Answer.objects.update_or_create(
            matter=matter,
            seat=seat,
            defaults={
                "name": _name(seat),
                "said": said,
                "comment": comment,
                "answered_at": now,
            },
            create_defaults={
                "name": _name(seat),
                "said": said,
                "comment": comment,
                "answered_at": now,
                "read_at": now,
            },
        )
        return given


def _name(seat: Seat) -> str:
    return str(seat.user or seat)[:200]


@dataclass(frozen=True)
class Asked:
    """A member who is asked, or was, and what they have said; `answer` is None before they read.

    Whoever `signs_in` can be written to; the others get the papers in another way.
    """

    seat: Seat
    answer: Answer | None
    signs_in: bool = False
    was_written_to: bool = False

    @property
    def has_answered(self) -> bool:
        """Tell whether they have said anything."""
        return self.answer is not None and bool(self.answer.said)


def asked_in(matter: Matter) -> list[Asked]:
    """Return the members who are asked, and those who have left after they answered; two queries.

    Once the matter is over, only those who read it.
    """
    given = {one.seat_id: one for one in matter.answers.all()}
    seats = matter.body.seats
    papers = matter.letters.filter(kind=LetterKind.ASKED)
    known = seats.select_related("user").annotate(
        signs_in=Exists(seats.signing_in().filter(pk=OuterRef("pk"))),
        was_written_to=Exists(papers.filter(seat=OuterRef("pk"))),
    )
    return [
        Asked(seat, given.get(seat.pk), seat.signs_in, seat.was_written_to)
        for seat in known
        if seat.pk in given or (matter.is_waiting and seat.is_asked)
    ]
