# Made by clamator-codegen from objects.json. Changes are lost.

from __future__ import annotations

from abc import ABC as _ABC
from abc import abstractmethod as _abstractmethod
from typing import Annotated as _Annotated

from clamator_protocol import ClamatorClient as _ClamatorClient
from clamator_protocol import Contract as _Contract
from clamator_protocol import MethodEntry as _MethodEntry
from pydantic import ConfigDict as _ConfigDict
from pydantic import Field as _Field

from ._clamator import Boolean as _Boolean
from ._clamator import Json as _Json
from ._clamator import Model as _Model
from ._clamator import Number as _Number
from ._clamator import SparseModel as _SparseModel
from ._clamator import call as _call
from ._formats import datetime as _datetime


class NestParamsAddressCity(_Model):
    name: str
    zip: str


class NestParamsAddress(_Model):
    street: str
    city: NestParamsAddressCity


class NestParams(_Model):
    name: str
    address: NestParamsAddress


class NestResult(_Model):
    pass


class StripParams(_Model):
    a: str


class StripResult(_Model):
    a: str


class StrictParams(_Model):
    model_config = _ConfigDict(extra="forbid")

    a: str


class StrictResult(_Model):
    model_config = _ConfigDict(extra="forbid")

    a: str


class PassParams(_Model):
    model_config = _ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, _Json]  # pyright: ignore[reportIncompatibleVariableOverride]

    a: str


class PassResult(_Model):
    model_config = _ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, _Json]  # pyright: ignore[reportIncompatibleVariableOverride]

    a: str


class CatchAllParams(_Model):
    model_config = _ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, _Number]  # pyright: ignore[reportIncompatibleVariableOverride]

    a: str


class CatchAllResult(_Model):
    model_config = _ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, str]  # pyright: ignore[reportIncompatibleVariableOverride]


class ExtendParams(_Model):
    name: str
    address: NestParamsAddress
    company: str


class ExtendResult(_Model):
    name: str
    company: str


class MergeParams(_Model):
    name: str
    address: NestParamsAddress
    created_at: _Annotated[str, _datetime(), _Field(alias="createdAt")]
    updated_at: _Annotated[str, _datetime(), _Field(alias="updatedAt")]


class MergeResult(_Model):
    model_config = _ConfigDict(extra="forbid")

    created_at: _Annotated[str, _datetime(), _Field(alias="createdAt")]
    updated_at: _Annotated[str, _datetime(), _Field(alias="updatedAt")]


class PickParams(_Model):
    name: str
    company: str


class PickResult(_Model):
    ok: _Boolean


class PartialParams(_SparseModel):
    name: str | None = None
    address: NestParamsAddress | None = None
    company: str | None = None


class PartialResult(_SparseModel):
    name: str
    address: NestParamsAddress
    company: str | None = None


class DeepPartialParamsAddressCity(_SparseModel):
    name: str | None = None
    zip: str | None = None


class DeepPartialParamsAddress(_SparseModel):
    street: str | None = None
    city: DeepPartialParamsAddressCity | None = None


class DeepPartialParams(_SparseModel):
    name: str | None = None
    address: DeepPartialParamsAddress | None = None


class DeepPartialResult(_Model):
    name: str
    address: NestParamsAddress


class IntersectParams(_Model):
    id: str
    created_at: _Annotated[str, _datetime(), _Field(alias="createdAt")]
    updated_at: _Annotated[str, _datetime(), _Field(alias="updatedAt")]


class IntersectResult(_Model):
    model_config = _ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, _Json]  # pyright: ignore[reportIncompatibleVariableOverride]

    id: str
    n: _Number


class ObjectsService(_ABC):
    @_abstractmethod
    async def nest(self, params: NestParams) -> NestResult: ...

    @_abstractmethod
    async def strip(self, params: StripParams) -> StripResult: ...

    @_abstractmethod
    async def strict(self, params: StrictParams) -> StrictResult: ...

    @_abstractmethod
    async def pass_(self, params: PassParams) -> PassResult: ...

    @_abstractmethod
    async def catch_all(self, params: CatchAllParams) -> CatchAllResult: ...

    @_abstractmethod
    async def extend(self, params: ExtendParams) -> ExtendResult: ...

    @_abstractmethod
    async def merge(self, params: MergeParams) -> MergeResult: ...

    @_abstractmethod
    async def pick(self, params: PickParams) -> PickResult: ...

    @_abstractmethod
    async def partial(self, params: PartialParams) -> PartialResult: ...

    @_abstractmethod
    async def deep_partial(self, params: DeepPartialParams) -> DeepPartialResult: ...

    @_abstractmethod
    async def intersect(self, params: IntersectParams) -> IntersectResult: ...


class ObjectsClient:
    def __init__(self, client: _ClamatorClient) -> None:
        self._client = client

    async def nest(self, params: NestParams, *, timeout_ms: int | None = None) -> NestResult:
        answer = await _call(self._client, "objects", "nest", params, timeout_ms)
        return NestResult.model_validate(answer)

    async def strip(self, params: StripParams, *, timeout_ms: int | None = None) -> StripResult:
        answer = await _call(self._client, "objects", "strip", params, timeout_ms)
        return StripResult.model_validate(answer)

    async def strict(self, params: StrictParams, *, timeout_ms: int | None = None) -> StrictResult:
        answer = await _call(self._client, "objects", "strict", params, timeout_ms)
        return StrictResult.model_validate(answer)

    async def pass_(self, params: PassParams, *, timeout_ms: int | None = None) -> PassResult:
        answer = await _call(self._client, "objects", "pass", params, timeout_ms)
        return PassResult.model_validate(answer)

    async def catch_all(
        self,
        params: CatchAllParams,
        *,
        timeout_ms: int | None = None,
    ) -> CatchAllResult:
        answer = await _call(self._client, "objects", "catchAll", params, timeout_ms)
        return CatchAllResult.model_validate(answer)

    async def extend(self, params: ExtendParams, *, timeout_ms: int | None = None) -> ExtendResult:
        answer = await _call(self._client, "objects", "extend", params, timeout_ms)
        return ExtendResult.model_validate(answer)

    async def merge(self, params: MergeParams, *, timeout_ms: int | None = None) -> MergeResult:
        answer = await _call(self._client, "objects", "merge", params, timeout_ms)
        return MergeResult.model_validate(answer)

    async def pick(self, params: PickParams, *, timeout_ms: int | None = None) -> PickResult:
        answer = await _call(self._client, "objects", "pick", params, timeout_ms)
        return PickResult.model_validate(answer)

    async def partial(
        self,
        params: PartialParams,
        *,
        timeout_ms: int | None = None,
    ) -> PartialResult:
        answer = await _call(self._client, "objects", "partial", params, timeout_ms)
        return PartialResult.model_validate(answer)

    async def deep_partial(
        self,
        params: DeepPartialParams,
        *,
        timeout_ms: int | None = None,
    ) -> DeepPartialResult:
        answer = await _call(self._client, "objects", "deepPartial", params, timeout_ms)
        return DeepPartialResult.model_validate(answer)

    async def intersect(
        self,
        params: IntersectParams,
        *,
        timeout_ms: int | None = None,
    ) -> IntersectResult:
        answer = await _call(self._client, "objects", "intersect", params, timeout_ms)
        return IntersectResult.model_validate(answer)


objects_contract = _Contract(
    service="objects",
    methods={
        "nest": _MethodEntry(NestParams, NestResult, "nest"),
        "strip": _MethodEntry(StripParams, StripResult, "strip"),
        "strict": _MethodEntry(StrictParams, StrictResult, "strict"),
        "pass": _MethodEntry(PassParams, PassResult, "pass_"),
        "catchAll": _MethodEntry(CatchAllParams, CatchAllResult, "catch_all"),
        "extend": _MethodEntry(ExtendParams, ExtendResult, "extend"),
        "merge": _MethodEntry(MergeParams, MergeResult, "merge"),
        "pick": _MethodEntry(PickParams, PickResult, "pick"),
        "partial": _MethodEntry(PartialParams, PartialResult, "partial"),
        "deepPartial": _MethodEntry(DeepPartialParams, DeepPartialResult, "deep_partial"),
        "intersect": _MethodEntry(IntersectParams, IntersectResult, "intersect"),
    },
)
