"""What contract documents say: the node of each method's params and result, with the types that it refers to."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Node = dict[str, Any]


@dataclass(frozen=True)
class Subject:
    """One type that is compared."""

    service: str
    method: str
    side: str  # params or result
    node: Node
    types: dict[str, Node]

    @property
    def name(self) -> str:
        return f"{self.service}.{self.method} {self.side}"

    def resolved(self, node: Node) -> Node:
        while node["kind"] == "ref":
            node = self.types[node["name"]]
        return node


def read_subjects(folder: Path) -> list[Subject]:
    subjects = []
    for file in sorted(folder.glob("*.json")):
        document = json.loads(file.read_text(encoding="utf-8"))
        types = {each["name"]: each["type"] for each in document.get("types", [])}
        for method in document["methods"]:
            for side in ("params", "result"):
                if side in method:
                    subjects.append(Subject(document["service"], method["name"], side, method[side], types))
    if not subjects:
        raise SystemExit(f"{folder} has no contract documents; make them with clamator-contracts --out {folder}")
    return subjects
