# Made by clamator-codegen from collections.json. Changes are lost.

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
from ._clamator import Rest as _Rest
from ._clamator import call as _call
from ._clamator import pattern as _pattern


class ArraysParamsLinesItem(_Model):
    sku: str
    count: _Integer


class ArraysParams(_Model):
    names: list[str]
    nonempty: _Annotated[list[_Number], _Field(min_length=1)]
    few: _Annotated[list[_Boolean], _Field(min_length=1, max_length=3)]
    three: _Annotated[list[_Number], _Field(min_length=3, max_length=3)]
    matrix: list[list[_Number]]
    lines: list[ArraysParamsLinesItem]
    gaps: list[str | None]


class ArraysResult(_RootModel[list[str]]):
    pass


class TuplesParamsNamedItem2(_Model):
    weight: _Number


class TuplesParams(_Model):
    point: tuple[_Number, _Number]
    named: tuple[str, TuplesParamsNamedItem2]
    command: _Annotated[tuple[str, *tuple[_Number, ...]], _Rest()]
    none: tuple[()]


class TuplesResult(_RootModel[tuple[str, _Number]]):
    pass


class RecordsParamsPeopleValue(_Model):
    name: str


class RecordsParams(_Model):
    counts: dict[str, _Number]
    by_code: _Annotated[
        dict[_Annotated[str, _pattern(r"\A[a-z]{2}\Z", "/^[a-z]{2}$/")], str],
        _Field(alias="byCode"),
    ]
    by_color: _Annotated[dict[_Literal["red", "green"], _Number], _Field(alias="byColor")]
    people: dict[str, RecordsParamsPeopleValue]
    anything: dict[str, _Json]


class RecordsResult(_RootModel[dict[str, str]]):
    pass


class RecordParamsParams(_RootModel[dict[str, _Number]]):
    pass


class RecordParamsResultItem(_Model):
    key: str
    value: _Number


class RecordParamsResult(_RootModel[list[RecordParamsResultItem]]):
    pass


class CollectionsService(_ABC):
    @_abstractmethod
    async def arrays(self, params: ArraysParams) -> ArraysResult: ...

    @_abstractmethod
    async def tuples(self, params: TuplesParams) -> TuplesResult: ...

    @_abstractmethod
    async def records(self, params: RecordsParams) -> RecordsResult: ...

    @_abstractmethod
    async def record_params(self, params: RecordParamsParams) -> RecordParamsResult: ...


class CollectionsClient:
    def __init__(self, client: _ClamatorClient) -> None:
        self._client = client

    async def arrays(self, params: ArraysParams, *, timeout_ms: int | None = None) -> ArraysResult:
        answer = await _call(self._client, "collections", "arrays", params, timeout_ms)
        return ArraysResult.model_validate(answer)

    async def tuples(self, params: TuplesParams, *, timeout_ms: int | None = None) -> TuplesResult:
        answer = await _call(self._client, "collections", "tuples", params, timeout_ms)
        return TuplesResult.model_validate(answer)

    async def records(
        self,
        params: RecordsParams,
        *,
        timeout_ms: int | None = None,
    ) -> RecordsResult:
        answer = await _call(self._client, "collections", "records", params, timeout_ms)
        return RecordsResult.model_validate(answer)

    async def record_params(
        self,
        params: RecordParamsParams,
        *,
        timeout_ms: int | None = None,
    ) -> RecordParamsResult:
        answer = await _call(self._client, "collections", "recordParams", params, timeout_ms)
        return RecordParamsResult.model_validate(answer)


collections_contract = _Contract(
    service="collections",
    methods={
        "arrays": _MethodEntry(ArraysParams, ArraysResult, "arrays"),
        "tuples": _MethodEntry(TuplesParams, TuplesResult, "tuples"),
        "records": _MethodEntry(RecordsParams, RecordsResult, "records"),
        "recordParams": _MethodEntry(RecordParamsParams, RecordParamsResult, "record_params"),
    },
)
