"""The service "arith", as tests/interop/arith/contract.hpp has it."""

from __future__ import annotations

import json
from typing import Any

from clamator_protocol import Contract, MethodEntry
from pydantic import BaseModel, ConfigDict, Field


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Nothing(Strict):
    pass


class AddParams(Strict):
    a: int
    b: int


class AddResult(Strict):
    sum: int


class DivideParams(Strict):
    numerator: float
    denominator: float


class DivideResult(Strict):
    quotient: float


class RootParams(Strict):
    of: float


class RootResult(Strict):
    root: float


class FailParams(Strict):
    reason: str


class TallyResult(Strict):
    total: int = Field(ge=0)


class NoteParams(Strict):
    text: str


class NotesResult(Strict):
    notes: list[str]


class WaitParams(Strict):
    ms: int


class WaitResult(Strict):
    server: str


class GreetParams(Strict):
    name: str
    title: str | None = None
    times: int | None = None


class GreetResult(Strict):
    greeting: str
    title: str | None = None


class MeasureParams(Strict):
    doubles: list[float]
    integers: list[int]


class MeasureResult(Strict):
    doubles: list[float]
    integers: list[int]
    seen: list[str]


class EchoParams(Strict):
    value: Any


class EchoResult(Strict):
    value: Any


class ReciteParams(Strict):
    text: str


class ReciteResult(BaseModel):
    """JSON that goes out as it was given, where Pydantic would mend or refuse it."""

    text: str

    def model_dump(self, **_: Any) -> Any:
        return json.loads(self.text, object_pairs_hook=as_it_stands)


class Repeated(dict[str, Any]):
    """An object that has a key more than once: json writes what items() gives."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self._pairs = pairs

    def items(self) -> Any:
        return self._pairs


def as_it_stands(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    once = dict(pairs)
    return once if len(once) == len(pairs) else Repeated(pairs)


arith = Contract(
    service="arith",
    methods={
        "add": MethodEntry(AddParams, AddResult, "add"),
        # Peers from 0.1.6 on refuse it on the wire, earlier ones serve it.
        "add-up": MethodEntry(AddParams, AddResult, "add"),
        "divide": MethodEntry(DivideParams, DivideResult, "divide"),
        "root": MethodEntry(RootParams, RootResult, "root"),
        "fail": MethodEntry(FailParams, Nothing, "fail"),
        "tally": MethodEntry(Nothing, TallyResult, "tally"),
        "note": MethodEntry(NoteParams, None, "note"),
        "notes": MethodEntry(Nothing, NotesResult, "notes"),
        "wait": MethodEntry(WaitParams, WaitResult, "wait"),
        "greet": MethodEntry(GreetParams, GreetResult, "greet"),
        "measure": MethodEntry(MeasureParams, MeasureResult, "measure"),
        "echo": MethodEntry(EchoParams, EchoResult, "echo"),
        "recite": MethodEntry(ReciteParams, ReciteResult, "recite"),
    },
)
