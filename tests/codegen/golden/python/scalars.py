# Made by clamator-codegen from scalars.json. Changes are lost.

from __future__ import annotations

from abc import ABC as _ABC
from abc import abstractmethod as _abstractmethod
from typing import Annotated as _Annotated
from typing import Literal as _Literal

from clamator_protocol import ClamatorClient as _ClamatorClient
from clamator_protocol import Contract as _Contract
from clamator_protocol import MethodEntry as _MethodEntry
from pydantic import Field as _Field
from pydantic import RootModel as _RootModel

from ._clamator import Boolean as _Boolean
from ._clamator import Integer as _Integer
from ._clamator import Json as _Json
from ._clamator import Model as _Model
from ._clamator import Number as _Number
from ._clamator import OneOf as _OneOf
from ._clamator import SparseModel as _SparseModel
from ._clamator import call as _call
from ._clamator import constant as _constant


class ReadParams(_Model):
    # The name on its label
    sensor: str


class ReadResult(_SparseModel):
    """One reading of a sensor"""

    label: str
    value: _Number
    valid: _Boolean
    nothing: None
    version: _Annotated[_Literal[2], _OneOf(2)] = _constant(2)
    source: _Literal["sensor"] = _constant("sensor")
    calibrated: _Annotated[_Literal[True], _OneOf(True)] = _constant(True)
    null_literal: _Annotated[None, _Field(alias="nullLiteral")]
    raw: _Json | None = None
    extra: _Json | None = None


class CountParams(_Model):
    pass


class CountResult(_RootModel[_Integer]):
    pass


class IsReadyParams(_Model):
    pass


class IsReadyResult(_RootModel[_Boolean]):
    pass


class DescribeParams(_Model):
    pass


class DescribeResult(_RootModel[str]):
    pass


class ClearParams(_Model):
    pass


class ClearResult(_RootModel[None]):
    pass


class ScalarsService(_ABC):
    @_abstractmethod
    async def read(self, params: ReadParams) -> ReadResult: ...

    @_abstractmethod
    async def count(self, params: CountParams) -> CountResult: ...

    @_abstractmethod
    async def is_ready(self, params: IsReadyParams) -> IsReadyResult: ...

    @_abstractmethod
    async def describe(self, params: DescribeParams) -> DescribeResult: ...

    @_abstractmethod
    async def clear(self, params: ClearParams) -> ClearResult: ...


class ScalarsClient:
    def __init__(self, client: _ClamatorClient) -> None:
        self._client = client

    async def read(self, params: ReadParams, *, timeout_ms: int | None = None) -> ReadResult:
        answer = await _call(self._client, "scalars", "read", params, timeout_ms)
        return ReadResult.model_validate(answer)

    async def count(self, params: CountParams, *, timeout_ms: int | None = None) -> CountResult:
        answer = await _call(self._client, "scalars", "count", params, timeout_ms)
        return CountResult.model_validate(answer)

    async def is_ready(
        self,
        params: IsReadyParams,
        *,
        timeout_ms: int | None = None,
    ) -> IsReadyResult:
        answer = await _call(self._client, "scalars", "isReady", params, timeout_ms)
        return IsReadyResult.model_validate(answer)

    async def describe(
        self,
        params: DescribeParams,
        *,
        timeout_ms: int | None = None,
    ) -> DescribeResult:
        answer = await _call(self._client, "scalars", "describe", params, timeout_ms)
        return DescribeResult.model_validate(answer)

    async def clear(self, params: ClearParams, *, timeout_ms: int | None = None) -> ClearResult:
        answer = await _call(self._client, "scalars", "clear", params, timeout_ms)
        return ClearResult.model_validate(answer)


scalars_contract = _Contract(
    service="scalars",
    methods={
        "read": _MethodEntry(ReadParams, ReadResult, "read"),
        "count": _MethodEntry(CountParams, CountResult, "count"),
        "isReady": _MethodEntry(IsReadyParams, IsReadyResult, "is_ready"),
        "describe": _MethodEntry(DescribeParams, DescribeResult, "describe"),
        "clear": _MethodEntry(ClearParams, ClearResult, "clear"),
    },
)
