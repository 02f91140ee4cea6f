"""`python -m bench [--strict]`: time what is slow, as ratios within this run."""

import argparse
import sys
from importlib import import_module
from time import perf_counter

from bench.database import own_database
from bench.report import verdict


def main() -> int:
    """Measure and print; return 1 when an aim is missed and `--strict` was given."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--strict", action="store_true", help="fail when an aim is missed")
    options = parser.parse_args()
    started = perf_counter()
    with own_database() as database:
        print(
            f"Database: {database}. Times vary between machines and hours; ratios are to compare."
        )
        # Models can be imported only when Django is set up.
        met = verdict(import_module("bench.measuring").measure())
    print(f"Took {perf_counter() - started:.0f} s.")
    return 1 if options.strict and not met else 0


sys.exit(main())
