"""Timing things against each other on a machine that is busy with something else too."""

from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median
from time import perf_counter

from bench.queries import queries_of


@dataclass
class Task:
    """Something to time: `run(prepared)`, where `prepare()` is done before the clock starts."""

    name: str
    run: Callable[[object], object]
    prepare: Callable[[], object] = lambda: None
    times: list[float] = field(default_factory=list)
    queries: int = 0

    def once(self) -> None:
        """Run it and note the time."""
        prepared = self.prepare()
        started = perf_counter()
        self.run(prepared)
        self.times.append(perf_counter() - started)

    def warm_up(self) -> None:
        """Run it untimed, so that imports and caches are in place, and count its queries."""
        for _round in range(2):
            prepared = self.prepare()
            self.queries = len(queries_of(lambda: self.run(prepared)))  # noqa: B023

    @property
    def least(self) -> float:
        """The shortest time in milliseconds."""
        return min(self.times) * 1000

    @property
    def median(self) -> float:
        """The time in the middle, in milliseconds."""
        return median(self.times) * 1000

    def ratio(self, other: "Task") -> float:
        """Return how many times the median of `other` this one takes."""
        return self.median / other.median


def interleave(tasks: list[Task], *, rounds: int) -> None:
    """Time `tasks` in turn, round after round: what disturbs the machine disturbs them alike."""
    for task in tasks:
        task.warm_up()
    for _round in range(rounds):
        for task in tasks:
            task.once()
