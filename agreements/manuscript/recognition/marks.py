"""The roles of a manuscript's paragraphs while they are being recognised."""

from collections.abc import Iterator, Mapping, Sequence

from agreements.choices import ParagraphRole
from intake.paragraphs import Paragraph


class Marks:
    """A role for each paragraph, or none yet. What a person decided stays as it is."""

    def __init__(self, paragraphs: Sequence[Paragraph], decided: Mapping[int, str]) -> None:
        self.paragraphs = paragraphs
        self.decided = {at: role for at, role in decided.items() if 0 <= at < len(paragraphs)}
        #: Where another agreement begins in the same text, else its end.
        self.end = len(paragraphs)
        self.roles = [self.decided.get(at, "") for at in range(len(paragraphs))]

    def give(self, at: int, role: str) -> bool:
        """Give the paragraph `role` if it has none; tell whether it has that role now."""
        if not self.roles[at]:
            self.roles[at] = role
        return self.roles[at] == role

    def is_free(self, at: int) -> bool:
        """Tell whether the paragraph has no role yet."""
        return not self.roles[at]

    def having(self, *roles: str) -> list[int]:
        """Return the paragraphs that have one of `roles`, in order."""
        return [at for at, role in enumerate(self.roles) if role in roles]

    def sections(self) -> Iterator[tuple[int | None, range]]:
        """Give each heading (None before the first) with the paragraphs up to the next."""
        heads = self.having(ParagraphRole.HEADING)
        starts = [None, *heads]
        for head, following in zip(starts, [*heads, len(self.roles)], strict=True):
            yield head, range(0 if head is None else head + 1, following)
