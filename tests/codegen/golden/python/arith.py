# Made by clamator-codegen from arith.json. Changes are lost.

from __future__ import annotations

from abc import ABC as _ABC
from abc import abstractmethod as _abstractmethod

from clamator_protocol import ClamatorClient as _ClamatorClient
from clamator_protocol import Contract as _Contract
from clamator_protocol import MethodEntry as _MethodEntry

from ._clamator import Model as _Model
from ._clamator import Number as _Number
from ._clamator import SparseModel as _SparseModel
from ._clamator import call as _call
from ._clamator import notify as _notify


class AddParams(_Model):
    a: _Number
    b: _Number


class AddResult(_Model):
    sum: _Number


class PingParams(_SparseModel):
    tag: str | None = None


class ArithService(_ABC):
    @_abstractmethod
    async def add(self, params: AddParams) -> AddResult: ...

    @_abstractmethod
    async def ping(self, params: PingParams) -> None: ...


class ArithClient:
    def __init__(self, client: _ClamatorClient) -> None:
        self._client = client

    async def add(self, params: AddParams, *, timeout_ms: int | None = None) -> AddResult:
        answer = await _call(self._client, "arith", "add", params, timeout_ms)
        return AddResult.model_validate(answer)

    async def ping(self, params: PingParams) -> None:
        await _notify(self._client, "arith", "ping", params)


arith_contract = _Contract(
    service="arith",
    methods={
        "add": _MethodEntry(AddParams, AddResult, "add"),
        "ping": _MethodEntry(PingParams, None, "ping"),
    },
)
