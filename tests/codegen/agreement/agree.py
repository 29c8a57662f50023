"""Compares what C++, Zod and Pydantic say to the same JSON, type by type, and fails where they differ.

    agree.py --documents DOCUMENTS --process "C++=verdicts" --process "Zod=node verdicts.mjs PACKAGE SOURCES"
             --process "Python=python verdicts.py FOLDER PACKAGE" [--values 2000] [--seed 5] [SERVICE...]

A process answers as verdicts.cpp does. With one seed the values are always the same.
"""

import argparse
import os
import shlex
import sys
import tempfile
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from compare import Difference, Outcome, compare
from documents import Subject, read_subjects
from generate import texts_of
from process import Process
from shorten import shortened

# Of one type; more are mostly the same.
REPORTED = 12


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=Path, required=True, help="the folder of the contract documents")
    parser.add_argument("--process", action="append", required=True, metavar="NAME=COMMAND", help="who gives verdicts")
    parser.add_argument("--values", type=int, default=2000, help="how many for each type")
    parser.add_argument("--seed", type=int, default=5, help="other values for another one")
    parser.add_argument("services", nargs="*", help="only these")
    return parser.parse_args()


def process_of(text: str) -> Process:
    name, _, command = text.partition("=")
    return Process(name, shlex.split(command))


def distinct(differences: list[Difference]) -> list[Difference]:
    """The shortest of those that look alike: the same languages refuse, for the same kind of reason."""
    found: dict[tuple[str, ...], Difference] = {}
    for each in sorted(differences, key=lambda each: len(each.case.text)):
        found.setdefault(each.likeness(), each)
    return list(found.values())


def report(subject: Subject, outcome: Outcome, processes: list[Process]) -> None:
    excused = ", ".join(f"{count} {name}" for name, count in sorted(outcome.excused.items()))
    print(
        f"{subject.name}: {outcome.accepted} accepted, {outcome.refused} refused, {outcome.crossed} read again"
        + (f"; excused: {excused}" if excused else "")
        + (f"; {len(outcome.differences)} DIFFER" if outcome.differences else ""),
        flush=True,
    )
    for each in distinct(outcome.differences)[:REPORTED]:
        print("\n".join(shortened(processes, each).lines()), flush=True)


def main() -> int:
    options = arguments()
    # Hypothesis keeps tables of characters somewhere; by default in the folder that it is started from.
    os.environ.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", str(Path(tempfile.gettempdir()) / "clamator-hypothesis"))
    all_subjects = read_subjects(options.documents)
    subjects = [each for each in all_subjects if not options.services or each.service in options.services]
    if not subjects:
        raise SystemExit(f"{options.documents} has no service called {' or '.join(options.services)}")
    differing = 0
    excused: Counter[str] = Counter()
    with ExitStack() as stack:
        processes = [stack.enter_context(process_of(each)) for each in options.process]
        for subject in subjects:
            outcome = compare(processes, subject, texts_of(subject, options.values, options.seed))
            report(subject, outcome, processes)
            differing += len(outcome.differences)
            excused += outcome.excused
    counts = ", ".join(f"{count} {name}" for name, count in sorted(excused.items()))
    print(f"{len(subjects)} types, {options.values} values each; excused: {counts or 'none'}; {differing} differ")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
