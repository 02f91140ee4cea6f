"""The table that a run prints, and whether the aims are met."""

from dataclasses import dataclass

from bench.timing import Task

_COLUMNS = "{:<44} {:>8} {:>8} {:>8} {:>8}  {}"


@dataclass(frozen=True)
class Result:
    """A task against its measure. `aim` is the largest ratio, `most_queries` the largest number."""

    task: Task
    measure: Task
    aim: float | None = None
    most_queries: int | None = None

    @property
    def ratio(self) -> float:
        """How many times the median of its measure the task takes."""
        return self.task.median / self.measure.median

    def missed(self) -> list[str]:
        """Return a sentence for each aim that is missed."""
        sentences = []
        if self.aim is not None and self.ratio > self.aim:
            sentences.append(
                f"{self.task.name} takes {self.ratio:.2f} times {self.measure.name}; "
                f"the aim is {self.aim:g}."
            )
        if self.most_queries is not None and self.task.queries > self.most_queries:
            sentences.append(
                f"{self.task.name} makes {self.task.queries} queries; the aim is "
                f"{self.most_queries}."
            )
        return sentences

    def __str__(self) -> str:
        aims = []
        if self.aim is not None:
            aims.append(f"at most {self.aim:g} times")
        if self.most_queries is not None:
            aims.append(f"at most {self.most_queries} queries")
        words = f"{', '.join(aims)}: {'missed' if self.missed() else 'met'}" if aims else ""
        return _COLUMNS.format(
            self.task.name,
            f"{self.task.least:.1f}",
            f"{self.task.median:.1f}",
            f"{self.ratio:.2f}",
            self.task.queries,
            words,
        ).rstrip()


def show(title: str, lines: list[Result]) -> None:
    """Print the lines of one measure under a heading."""
    measure = lines[0].measure
    print(f"\n{title}")
    print(_COLUMNS.format("", "min ms", "median", "ratio", "queries", "aim").rstrip())
    print(Result(measure, measure))
    for line in lines:
        print(line)


def verdict(lines: list[Result]) -> bool:
    """Print which aims were missed; tell whether none was."""
    missed = [sentence for line in lines for sentence in line.missed()]
    print()
    for sentence in missed:
        print(f"Aim missed: {sentence}")
    if not missed:
        print("All aims are met.")
    return not missed
