"""`python -m bench [--strict] [--beside-wagtail PYTHON]`: time what is slow, as ratios."""

import argparse
import sys
from importlib import import_module
from pathlib import Path
from time import perf_counter

from bench.database import own_database
from bench.report import verdict


def main() -> int:
    """Measure and print; return 1 when an aim is missed and `--strict` was given."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--strict", action="store_true", help="fail when an aim is missed")
    parser.add_argument(
        "--beside-wagtail",
        metavar="PYTHON",
        type=Path,
        help="measure the table of a plan and nothing else, against Wagtail in its environment",
    )
    options = parser.parse_args()
    other = options.beside_wagtail
    if other and not other.exists():
        parser.error(f"{other} is not there: run `make bench-wagtail`, which makes it.")
    started = perf_counter()
    with own_database() as database:
        print(
            f"Database: {database}. Times vary between machines and hours; ratios are to compare."
        )
        # Models can be imported only when Django is set up.
        lines = (
            import_module("bench.beside_wagtail").measure_beside_wagtail(other.absolute())
            if other
            else import_module("bench.measuring").measure()
        )
        met = verdict(lines)
    print(f"Took {perf_counter() - started:.0f} s.")
    return 1 if options.strict and not met else 0


sys.exit(main())
