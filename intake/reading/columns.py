"""Text that stands in columns: read row by row as a table, or column by column as signatures."""

import re
from dataclasses import replace
from functools import reduce

from intake.choices import ParagraphKind
from intake.reading.lines import ends_sentence, stands_in_columns
from intake.reading.runs import SHORT, Block, cut, joined

#: A cell with the column it begins in, from 1.
Cell = tuple[int, list[Block]]

_MAX_COLUMNS = 4
_MAX_LINES = 15
_MAX_IN_LINE = 12
_GAP = re.compile(r"\t[\t ]*| {3,}")
_RULED = re.compile(r"_{4,}|\.{6,}|…{3,}")
#: How titles of those who sign end in Swedish, and what stands beside a signature.
TITLE = re.compile(
    r"(?:ordförande|ordf|chef|råd|direktör|mästare|\bvd|\w\wpolis|underskrift|namnförtydligande|"
    r"namnteckning|(?:undertecknat|signerat)\s\w+\sav)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    rf"(?-i:[A-ZÅÄÖ])[\w-]+(?:\s(?-i:[A-ZÅÄÖ])[\w-]+){{1,3}},\s[^,]{{0,40}}{TITLE.pattern}",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:datum|diarienummer|dnr|diarienr|beteckning|ärendenummer)\b", re.IGNORECASE)
# "Ekeby kommun | Lokalpolisområde Norr": whose column, or row, it is.
_MUNICIPALITY = re.compile(r"[A-ZÅÄÖ].{1,60}\s(?:kommun|stad)\Z")
_POLICE = re.compile(
    r"(?:för\s)?(?:polismyndigheten|(?:lokal)?polisområde)\b.{0,60}\Z", re.IGNORECASE
)
_MOST_PARTIES = 6
_LABELLED = re.compile(rf"(?:{_LABEL.pattern})\.?:\s*\S", re.IGNORECASE)
_DAY = re.compile(r"\s*(?:den\s)?\d[\d./-]*\d(?:\s[a-z]+\s\d{4})?\s*\Z")
_PLACE = re.compile(r"\s*[A-ZÅÄÖ][\w-]+(?:\s[\w-]+)?,?(?:\sden)?\s*\Z")


def in_reading_order(rows: list[list[Cell]], *, has_head: bool = False) -> list[Block]:
    """Return the paragraphs of a table in the order in which a person reads them.

    A table whose columns are blocks of short lines, one signatory beside the other, is read
    column by column, each paragraph with its column's number; every other row by row.
    """
    if not has_head and _is_set_in_columns(rows):
        columns = sorted({column for row in rows for column, _ in row})
        return [
            replace(block, column=place)
            for place, column in enumerate(columns, 1)
            for row in rows
            for at, blocks in row
            if at == column
            for block in blocks
        ]
    if _names_parties([[cell[0].text for _column, cell in row[:2]] for row in rows]):
        return [block for row in rows for _column, cell in row for block in cell]
    return [block for row in rows for block in _as_line(row, is_alone=len(rows) == 1)]


def _as_line(row: list[Cell], *, is_alone: bool) -> list[Block]:
    """Return a row of a table: short cells as one line, others cell by cell.

    A label and what it says, a line to sign on, and two cells alone, stay by themselves.
    """
    blocks = [block for _, cell in row for block in cell]
    is_line = 1 < len(row) <= _MAX_IN_LINE and all(
        block.kind == ParagraphKind.TEXT and len(block.text) <= SHORT for block in blocks
    )
    if len(row) == 2 and (is_alone or any(_is_by_itself(block.text.strip()) for block in blocks)):
        return blocks
    if not is_line or len(blocks) > len(row):
        return blocks
    return [reduce(lambda line, block: joined(line, block, " – "), blocks)]


def _is_by_itself(text: str) -> bool:
    return text.endswith(":") or bool(_LABEL.match(text) or _RULED.search(text))


def lines_in_columns(blocks: list[Block]) -> list[Block]:
    """Return `blocks` with signatures that tabs or spaces set beside each other as columns."""
    settled: list[Block] = []
    group: list[list[Cell]] = []
    lines: list[Block] = []
    for block in [*blocks, None]:
        parts = _parts(block) if block else []
        if any(_LABELLED.match(cell[0].text.strip()) for _column, cell in parts[1:]):
            # "Polisområde Nord      Datum: 2021-06-01": the head of a letter.
            settled += lines + [one for _column, cell in parts for one in cell]
            group, lines = [], []
            continue
        if len(parts) > 1 or (len(parts) == 1 and lines and parts[0][0] > 1):
            group.append(parts)
            lines.append(block)
            continue
        if lines:
            is_block = (
                _are_people(group[0])
                if len(lines) == 1
                else _is_set_in_columns(group) or _is_table(group)
            )
            settled += in_reading_order(group) if is_block else lines
            group, lines = [], []
        if block is not None:
            settled.append(block)
    return settled


def _parts(block: Block) -> list[Cell]:
    """Return what stands beside each other in one line; text after a first gap is in column 2."""
    text, parts, at, column = block.text.rstrip(), [], 0, 1
    has_gap = stands_in_columns(text) or _GAP.match(text)
    is_text = ends_sentence(text) and not _RULED.search(text)
    if not has_gap or is_text or block.kind != ParagraphKind.TEXT or block.column:
        return [(1, [block])]
    for gap in [*_GAP.finditer(text), None]:
        end = gap.start() if gap else len(text)
        if text[at:end].strip():
            parts.append((column, [cut(block, at, end)]))
            column += 1
        elif at == 0 and gap:
            column = 2
        at = gap.end() if gap else end
    return _with_places(parts)


def _with_places(parts: list[Cell]) -> list[Cell]:
    """Return a row with a day that stands apart from its place, “Ort   2024-02-01”, beside it."""
    texts = [cell[0].text for _column, cell in parts]
    days = [bool(_DAY.match(text)) for text in texts]
    places = [bool(_PLACE.match(text)) for text in texts]
    if len(parts) != 4 or days != [False, True] * 2 or places[::2] != [True] * 2:
        return parts
    return [
        (column, [joined(parts[at][1][0], parts[at + 1][1][0])]) for column, at in ((1, 0), (2, 2))
    ]


def _are_people(row: list[Cell]) -> bool:
    """Tell whether each text of a row is a name with a title: “Anna Ek, kommunalråd”."""
    return len(row) > 1 and all(_PERSON.match(cell[0].text.strip()) for _column, cell in row)


def _is_table(rows: list[list[Cell]]) -> bool:
    """Tell whether rows of three or more short texts are a table that tabs set."""
    return len({len(row) for row in rows}) == 1 and 2 < len(rows[0]) <= _MAX_IN_LINE


def _is_set_in_columns(rows: list[list[Cell]]) -> bool:
    columns: dict[int, list[str]] = {}
    for row in rows:
        for column, blocks in row:
            lines = [line.strip() for block in blocks for line in block.text.split("\n")]
            columns.setdefault(column, []).extend(line for line in lines if line)
            if any(block.kind != ParagraphKind.TEXT for block in blocks):
                return False
    columns = {column: lines for column, lines in columns.items() if lines}
    if not 2 <= len(columns) <= _MAX_COLUMNS:
        return False
    if any(len(lines) > _MAX_LINES or not _are_short(lines) for lines in columns.values()):
        return False
    first = columns[min(columns)]
    if all(line.endswith(":") for line in first) and len(rows) > 1:
        return False  # "Datum: | 2016-11-08": each row says one thing
    signed = [lines for lines in columns.values() if any(_is_of_signature(one) for one in lines)]
    if len(signed) > 1 or _has_twins(columns) or _is_letterhead(rows):
        return True
    return len(rows) > 1 and _names_parties([lines[:2] for lines in columns.values()])


def _names_parties(beginnings: list[list[str]]) -> bool:
    """Tell whether each row, or each column, is that of a party, by what it begins with."""
    if not 2 <= len(beginnings) <= _MOST_PARTIES:
        return False
    whose = [
        (any(_MUNICIPALITY.match(text.strip()) for text in one),
         any(_POLICE.match(text.strip()) for text in one))
        for one in beginnings
    ]  # fmt: skip
    return (True, False) in whose and (False, True) in whose


def _are_short(lines: list[str]) -> bool:
    return all(
        len(line) <= SHORT and not (ends_sentence(line) and len(line.split()) > 5) for line in lines
    )


def _is_of_signature(line: str) -> bool:
    return bool(_RULED.search(line) or TITLE.search(line))


def _has_twins(columns: dict[int, list[str]]) -> bool:
    """Tell whether columns say the same in the same place: "Ort och datum", "Namn"."""
    lines = list(columns.values())
    same = sum(a == b for other in lines[1:] for a, b in zip(lines[0], other, strict=False))
    return same > 0 and same * 3 >= len(lines[0])


def _is_letterhead(rows: list[list[Cell]]) -> bool:
    """Tell whether it is the head of a letter: "Datum" and "Diarienummer" over what they are."""
    labels = [blocks[0].text.strip() for _, blocks in rows[0] if blocks] if rows else []
    return len(rows) <= 2 and sum(bool(_LABEL.match(label)) for label in labels) > 1
