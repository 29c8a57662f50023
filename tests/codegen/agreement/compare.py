"""Asks all languages about the same texts, and says where they differ."""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from documents import Node, Subject
from excuses import Case, excuse_of
from json_text import parse, same
from places import parts, plain
from process import Process, Verdict

# What differs between messages of one kind: values, and indices in places.
DETAIL = re.compile(r"""\d[\d.]*|"[^"]*"|'[^']*'""")


def kind_of(verdict: Verdict) -> str:
    return "ok" if verdict.ok else "; ".join(sorted(set(DETAIL.sub("_", verdict.why).split("; "))))


def without_absent(subject: Subject, node: Node, value: Any) -> Any:
    """The value without null where a member might as well be absent: whether it is written is of no account."""
    node = plain(subject, node, value)
    copy: Any = value.copy() if isinstance(value, dict | list) else value
    for key, inner in parts(node, value):
        copy[key] = without_absent(subject, inner, value[key])
    if node["kind"] == "object" and isinstance(value, dict):
        for member in node["fields"]:
            if member["type"]["kind"] == "optional" and copy.get(member["name"], 0) is None:
                del copy[member["name"]]
    return copy


@dataclass(frozen=True)
class Difference:
    case: Case
    what: str

    def likeness(self) -> tuple[str, ...]:
        """The same for differences that may have the same cause."""
        return (self.what.split(" in what")[0], *(kind_of(verdict) for verdict in self.case.verdicts.values()))

    def lines(self) -> list[str]:
        said = [
            f"    {name}: {'writes ' + verdict.text if verdict.ok else 'refuses, ' + verdict.why}"
            for name, verdict in self.case.verdicts.items()
        ]
        return [f"  {self.what}: {self.case.text}", *said]


@dataclass
class Outcome:
    accepted: int = 0
    refused: int = 0
    crossed: int = 0
    excused: Counter[str] = field(default_factory=Counter)
    differences: list[Difference] = field(default_factory=list)


def values_differ(case: Case) -> bool:
    written = [parse(verdict.text) for verdict in case.verdicts.values() if verdict.ok]
    plainly = [without_absent(case.subject, case.subject.node, each) for each in written]
    return not all(same(plainly[0], each) for each in plainly[1:])


def difference(case: Case) -> str | None:
    """What differs, be it excused or not."""
    if values_differ(case):
        return "values differ"
    return "verdicts differ" if len({verdict.ok for verdict in case.verdicts.values()}) > 1 else None


def ask_all(processes: list[Process], subject: Subject, texts: list[str]) -> list[Case]:
    asked = {process.name: process.ask(subject.name, texts) for process in processes}
    answers = {name: each.answers() for name, each in asked.items()}
    return [Case(subject, text, {name: answers[name][index] for name in answers}) for index, text in enumerate(texts)]


def is_certain(case: Case, outcome: Outcome, of: str = "") -> bool:
    """Counts what is to be said of the case; false where its value is not the same to all who accept it."""
    what = difference(case)
    if what is None:
        return True
    excuse = excuse_of(case, what == "values differ")
    if excuse is None:
        outcome.differences.append(Difference(case, what + of))
        return False
    outcome.excused[excuse.name] += 1
    return not excuse.of_values


def cross(processes: list[Process], origins: dict[str, Case], subject: Subject, outcome: Outcome) -> None:
    """What one language wrote is read by all, and is still the same value."""
    for case in ask_all(processes, subject, list(origins)):
        outcome.crossed += 1
        of = f" in what was written of {origins[case.text].text}"
        if not is_certain(case, outcome, of):
            continue
        accepting = [verdict for verdict in case.verdicts.values() if verdict.ok]
        itself = Case(subject, case.text, {**case.verdicts, "text": Verdict(ok=True, text=case.text)})
        if not accepting or values_differ(itself):
            outcome.differences.append(Difference(case, "another value when read again" + of))


def compare(processes: list[Process], subject: Subject, texts: list[str]) -> Outcome:
    outcome = Outcome()
    origins: dict[str, Case] = {}
    for case in ask_all(processes, subject, texts):
        said = [verdict.ok for verdict in case.verdicts.values()]
        outcome.accepted += all(said)
        outcome.refused += not any(said)
        if is_certain(case, outcome):
            for verdict in case.verdicts.values():
                if verdict.ok and verdict.text != case.text:
                    origins.setdefault(verdict.text, case)
    cross(processes, origins, subject, outcome)
    return outcome
