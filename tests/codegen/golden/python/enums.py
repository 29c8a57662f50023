# Made by clamator-codegen from enums.json. Changes are lost.

from __future__ import annotations

from abc import ABC as _ABC
from abc import abstractmethod as _abstractmethod
from enum import StrEnum as _StrEnum
from typing import Annotated as _Annotated
from typing import Literal as _Literal
from typing import TypeAlias as _TypeAlias

from clamator_protocol import ClamatorClient as _ClamatorClient
from clamator_protocol import Contract as _Contract
from clamator_protocol import MethodEntry as _MethodEntry
from pydantic import RootModel as _RootModel

from ._clamator import Model as _Model
from ._clamator import OneOf as _OneOf
from ._clamator import ValueEnum as _ValueEnum
from ._clamator import call as _call

PickParamsSize: _TypeAlias = _Literal["small", "large", "extra-large"]


class PickParamsLevel(int, _ValueEnum):
    Low = 1
    Middle = 2
    High = 3


class PickParamsColor(_StrEnum):
    Red = "red"
    DarkBlue = "dark-blue"


class PickParamsUnit(_StrEnum):
    Metre = "m"
    Second = "s"


PickParamsWords: _TypeAlias = _Literal["yes", "no"]


PickParamsNumbers: _TypeAlias = _Annotated[_Literal[1, 2, 5], _OneOf(1, 2, 5)]


PickParamsMixed: _TypeAlias = _Annotated[_Literal["auto", 0, True], _OneOf("auto", 0, True)]


PickParamsMore: _TypeAlias = _Literal["a", "b", "c"]


PickParamsWithout: _TypeAlias = _Literal["x", "z"]


class PickParams(_Model):
    size: PickParamsSize
    level: PickParamsLevel
    color: PickParamsColor
    unit: PickParamsUnit
    words: PickParamsWords
    numbers: PickParamsNumbers
    mixed: PickParamsMixed
    more: PickParamsMore | None
    without: PickParamsWithout


class PickResult(_RootModel[_Literal["done", "failed"]]):
    pass


class EnumsService(_ABC):
    @_abstractmethod
    async def pick(self, params: PickParams) -> PickResult: ...


class EnumsClient:
    def __init__(self, client: _ClamatorClient) -> None:
        self._client = client

    async def pick(self, params: PickParams, *, timeout_ms: int | None = None) -> PickResult:
        answer = await _call(self._client, "enums", "pick", params, timeout_ms)
        return PickResult.model_validate(answer)


enums_contract = _Contract(
    service="enums",
    methods={"pick": _MethodEntry(PickParams, PickResult, "pick")},
)
