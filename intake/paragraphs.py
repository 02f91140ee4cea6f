"""The one form that every text from outside is read into, and that recognition works on."""

from dataclasses import asdict, dataclass, field

from intake.choices import ParagraphKind


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """One paragraph of a manuscript.

    `html` is normalised rich text of this paragraph alone ("<p>…</p>", with strong, em, a, br);
    `text` the same without marks. `level` is 1–6 for a heading, the depth from 0 for a list item.
    `is_bold` tells that all of it is bold, `column` the table column (from 1) it stood in, else 0.
    `begins_list` tells of a list item right after another that it is of another list.
    """

    kind: str
    text: str
    html: str
    level: int = 0
    is_ordered: bool = False
    is_bold: bool = False
    column: int = 0
    begins_list: bool = False

    @property
    def is_heading(self) -> bool:
        """Tell whether the source says that it is a heading."""
        return self.kind == ParagraphKind.HEADING

    @property
    def is_item(self) -> bool:
        """Tell whether it is an item of a list."""
        return self.kind == ParagraphKind.ITEM


def to_json(paragraphs: list[Paragraph]) -> list[dict]:
    """Return `paragraphs` as `Manuscript.paragraphs` keeps them."""
    return [asdict(one) for one in paragraphs]


def from_json(kept: list[dict]) -> list[Paragraph]:
    """Return what `to_json` was given."""
    return [Paragraph(**one) for one in kept]


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A text that was read: its paragraphs, and what was done with it on the way, as sentences."""

    paragraphs: list[Paragraph]
    notes: list[str] = field(default_factory=list)
