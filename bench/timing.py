"""Timing things against each other on a machine that is busy with something else too."""

import gc
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median
from time import perf_counter

from bench.queries import queries_of


@dataclass
class Task:
    """Something to time.

    `prepare()` is called before the clock starts; what it returns, if anything, is given to `run`.
    """

    name: str
    run: Callable
    prepare: Callable = lambda: None
    times: list[float] = field(default_factory=list)
    queries: int = 0

    def call(self) -> Callable:
        """Prepare; return what is to be timed."""
        prepared = self.prepare()
        return self.run if prepared is None else lambda: self.run(prepared)

    def once(self) -> None:
        """Run it and note the time."""
        call = self.call()
        gc.collect()
        started = perf_counter()
        call()
        self.times.append(perf_counter() - started)

    def warm_up(self) -> None:
        """Run it untimed, so that imports and caches are in place, then count its queries."""
        self.call()()
        self.queries = len(queries_of(self.call()))

    @property
    def least(self) -> float:
        """The shortest time in milliseconds."""
        return min(self.times) * 1000

    @property
    def median(self) -> float:
        """The time in the middle, in milliseconds."""
        return median(self.times) * 1000


def interleave(tasks: list[Task], *, rounds: int) -> None:
    """Time `tasks` in turn, round after round: what disturbs the machine disturbs them alike.

    Each run begins with the garbage of the one before swept up; otherwise the collector's rounds
    would fall on the same task every time.
    """
    for task in tasks:
        task.warm_up()
    gc.freeze()
    for _round in range(rounds):
        for task in tasks:
            task.once()
