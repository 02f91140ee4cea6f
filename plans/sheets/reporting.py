"""What a row of a file reports, compared with how it goes as it was reported before. Pure.

What is blank reports nothing and takes nothing back. What has been reported already is not reported
again, so a file can be read twice.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.text import gate, search_key
from desk.forms.reporting import OutcomeForm, StatusForm
from followup import phrases
from followup.choices import Mark
from followup.in_file import OutcomeInFile
from followup.models import Outcome
from followup.standing import Standing
from followup.words import state_called
from plans.columns import BY_NAME
from plans.sheets.meaning import SaidRow
from plans.sheets.preview import Cell

_NUMBER = re.compile(r"\d[\d\s]*(?:[.,]\d+)?")
_PARTS = re.compile(r"[;\n]")
_LONGEST_WORDS = Outcome._meta.get_field("words").max_length


def cells_of(row: SaidRow, standing: Standing) -> Iterator[Cell]:
    """Give the cells of `row` that say something else of how it goes than is known.

    Raises `ValidationError`, with the column's name, for what no report can say.
    """
    for name in ("status", "deviation", "comment"):
        if row.is_handed_out and name != "status":
            continue  # a comment goes with the outcome that it is about
        column, now = BY_NAME[name], gate(row.cells.get(name, "")).strip()
        was = column.reported(standing)
        if not now or now == was.strip() or _is_known(name, now, standing):
            continue
        with _naming(column.label):
            _check(name, now)
        yield Cell(name, was, now)


def outcomes_of(
    row: SaidRow, standing: Standing, known: Mapping[UUID, tuple[UUID, Outcome]]
) -> Iterator[OutcomeInFile]:
    """Give the outcomes that `row` says and that have not been reported.

    `known` has the outcomes of all rows by their own keys, each with the key of its row. Raises
    `ValidationError` as `cells_of`.
    """
    with _naming(BY_NAME["outcome"].label):
        found = _handed(row, known) if row.is_handed_out else _written(row, standing)
        for one in found:
            _check_outcome(one)
            yield one


def said(outcome: OutcomeInFile) -> str:
    """Say an outcome of a file in few words."""
    return " – ".join(one for one in (phrases.number(outcome), outcome.text) if one)


def _is_known(name: str, now: str, standing: Standing) -> bool:
    if name == "status":
        return state_called(now) == standing.state
    return name == "comment" and any(one.text.strip() == now for one in standing.outcomes)


def _check(name: str, now: str) -> None:
    if name == "status":
        if state_called(now) is None:
            raise ValidationError(_("“%(words)s” is no status.") % {"words": now})
        return
    form, field = (StatusForm, name) if name == "deviation" else (OutcomeForm, "text")
    form.base_fields[field].clean(now)


def _written(row: SaidRow, standing: Standing) -> Iterator[OutcomeInFile]:
    """Give what stands in a column of outcomes, one for each part, but what it says already."""
    now = gate(row.cells.get("outcome", "")).strip()
    total = BY_NAME["outcome"].reported(standing)
    if not now or now == total:
        return
    there = {search_key(one) for one in _PARTS.split(total)}
    for one in standing.outcomes:
        there |= {search_key(words) for words in (phrases.short([one]), one.words, one.text)}
    values = {one.value for one in standing.outcomes if one.value_to is None}
    for part in filter(None, (one.strip() for one in _PARTS.split(now))):
        outcome = _outcome(part)
        if search_key(part) not in there and not (outcome.value and outcome.value in values):
            yield outcome


def _outcome(words: str) -> OutcomeInFile:
    """Return what was written as a number, else as words in place of one, else as a description."""
    if _NUMBER.fullmatch(words):
        return OutcomeInFile(value=_number(words), mark=Mark.EXACT.value)
    return OutcomeInFile(**{"words" if len(words) <= _LONGEST_WORDS else "text": words})


def _number(words: str) -> Decimal:
    return Decimal("".join(words.split()).replace(",", "."))


def _handed(row: SaidRow, known: Mapping[UUID, tuple[UUID, Outcome]]) -> Iterator[OutcomeInFile]:
    """Give the one outcome that a row of a file that was handed out says."""
    number, words, text = (
        gate(row.cells.get(name, "")).strip()
        for name in ("outcome_number", "outcome_words", "comment")
    )
    if not (number or words or text):
        return
    try:
        key = UUID(row.outcome_key)
    except ValueError as error:
        raise ValidationError(_("The hidden columns of the row are not as they were.")) from error
    told_of, before = known.get(key, (None, None))
    if before and str(told_of) != row.key.strip().casefold():
        raise ValidationError(_("The hidden columns of the row are not as they were."))
    value = OutcomeForm.base_fields["value"].clean(number) if number else None
    mark = Mark.EXACT.value if number else ""
    if before is None or (before.value, before.words, before.text) != (value, words, text):
        yield OutcomeInFile(key=key, value=value, mark=mark, words=words, text=text)


def _check_outcome(one: OutcomeInFile) -> None:
    for name in ("value", "words", "text"):
        if getattr(one, name):
            OutcomeForm.base_fields[name].clean(getattr(one, name))


@contextmanager
def _naming(label) -> Iterator[None]:
    """Put the name of a column before what is wrong in it."""
    try:
        yield
    except ValidationError as error:
        raise ValidationError(f"{label}: {' '.join(error.messages)}") from error
