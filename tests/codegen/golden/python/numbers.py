# Made by clamator-codegen from numbers.json. Changes are lost.

from __future__ import annotations

from abc import ABC as _ABC
from abc import abstractmethod as _abstractmethod
from typing import Annotated as _Annotated

from clamator_protocol import ClamatorClient as _ClamatorClient
from clamator_protocol import Contract as _Contract
from clamator_protocol import MethodEntry as _MethodEntry
from pydantic import Field as _Field
from pydantic import RootModel as _RootModel

from ._clamator import Integer as _Integer
from ._clamator import Model as _Model
from ._clamator import Number as _Number
from ._clamator import call as _call
from ._clamator import integral as _integral
from ._clamator import multiple_of as _multiple_of


class BoundParams(_Model):
    percent: _Annotated[float, _Field(strict=True, allow_inf_nan=False, ge=0, le=100)]
    above: _Annotated[float, _Field(strict=True, allow_inf_nan=False, gt=0)]
    below: _Annotated[float, _Field(strict=True, allow_inf_nan=False, lt=1)]
    between: _Annotated[float, _Field(strict=True, allow_inf_nan=False, gt=-1.5, le=1.5)]
    positive: _Annotated[float, _Field(strict=True, allow_inf_nan=False, gt=0)]
    negative: _Annotated[float, _Field(strict=True, allow_inf_nan=False, lt=0)]
    nonnegative: _Annotated[float, _Field(strict=True, allow_inf_nan=False, ge=0)]
    nonpositive: _Annotated[float, _Field(strict=True, allow_inf_nan=False, le=0)]
    finite: _Number
    safe: _Annotated[
        float,
        _Field(strict=True, allow_inf_nan=False, ge=-9007199254740991, le=9007199254740991),
    ]
    strictest: _Annotated[float, _Field(strict=True, allow_inf_nan=False, gt=1, le=8)]


class BoundResult(_RootModel[_Annotated[float, _Field(strict=True, allow_inf_nan=False, ge=0)]]):
    pass


class StepParams(_Model):
    count: _Integer
    port: _Annotated[int, _Field(strict=True, ge=1, le=65535), _integral]
    even: _Annotated[_Number, _multiple_of(2)]
    cents: _Annotated[_Number, _multiple_of(0.01)]
    sixes: _Annotated[_Integer, _multiple_of(2), _multiple_of(3)]


class StepResult(_RootModel[_Annotated[int, _Field(strict=True, gt=0), _integral]]):
    pass


class PipedParams(_Model):
    value: _Annotated[int, _Field(strict=True, ge=1, le=9), _integral]


class PipedResult(_RootModel[_Number]):
    pass


class NumbersService(_ABC):
    @_abstractmethod
    async def bound(self, params: BoundParams) -> BoundResult: ...

    @_abstractmethod
    async def step(self, params: StepParams) -> StepResult: ...

    @_abstractmethod
    async def piped(self, params: PipedParams) -> PipedResult: ...


class NumbersClient:
    def __init__(self, client: _ClamatorClient) -> None:
        self._client = client

    async def bound(self, params: BoundParams, *, timeout_ms: int | None = None) -> BoundResult:
        answer = await _call(self._client, "numbers", "bound", params, timeout_ms)
        return BoundResult.model_validate(answer)

    async def step(self, params: StepParams, *, timeout_ms: int | None = None) -> StepResult:
        answer = await _call(self._client, "numbers", "step", params, timeout_ms)
        return StepResult.model_validate(answer)

    async def piped(self, params: PipedParams, *, timeout_ms: int | None = None) -> PipedResult:
        answer = await _call(self._client, "numbers", "piped", params, timeout_ms)
        return PipedResult.model_validate(answer)


numbers_contract = _Contract(
    service="numbers",
    methods={
        "bound": _MethodEntry(BoundParams, BoundResult, "bound"),
        "step": _MethodEntry(StepParams, StepResult, "step"),
        "piped": _MethodEntry(PipedParams, PipedResult, "piped"),
    },
)
