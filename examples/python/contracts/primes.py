# Made by clamator-codegen from primes.json. Changes are lost.

from __future__ import annotations

from abc import ABC as _ABC
from abc import abstractmethod as _abstractmethod
from typing import Annotated as _Annotated

from clamator_protocol import ClamatorClient as _ClamatorClient
from clamator_protocol import Contract as _Contract
from clamator_protocol import MethodEntry as _MethodEntry
from pydantic import Field as _Field

from ._clamator import Integer as _Integer
from ._clamator import Model as _Model
from ._clamator import call as _call
from ._clamator import integral as _integral
from ._clamator import notify as _notify


class CountParams(_Model):
    from_: _Annotated[int, _Field(strict=True, ge=0), _integral, _Field(alias="from")]
    to: _Annotated[int, _Field(strict=True, le=10000000), _integral]


class CountResult(_Model):
    count: _Integer
    # who counted them
    worker: str


class FactorParams(_Model):
    number: _Integer


class FactorResult(_Model):
    # the smallest above 1
    factor: _Integer
    worker: str


class NoteParams(_Model):
    text: str


class PrimesService(_ABC):
    @_abstractmethod
    async def count(self, params: CountParams) -> CountResult: ...

    @_abstractmethod
    async def factor(self, params: FactorParams) -> FactorResult: ...

    @_abstractmethod
    async def note(self, params: NoteParams) -> None: ...


class PrimesClient:
    def __init__(self, client: _ClamatorClient) -> None:
        self._client = client

    async def count(self, params: CountParams, *, timeout_ms: int | None = None) -> CountResult:
        answer = await _call(self._client, "primes", "count", params, timeout_ms)
        return CountResult.model_validate(answer)

    async def factor(self, params: FactorParams, *, timeout_ms: int | None = None) -> FactorResult:
        answer = await _call(self._client, "primes", "factor", params, timeout_ms)
        return FactorResult.model_validate(answer)

    async def note(self, params: NoteParams) -> None:
        await _notify(self._client, "primes", "note", params)


primes_contract = _Contract(
    service="primes",
    methods={
        "count": _MethodEntry(CountParams, CountResult, "count"),
        "factor": _MethodEntry(FactorParams, FactorResult, "factor"),
        "note": _MethodEntry(NoteParams, None, "note"),
    },
)
