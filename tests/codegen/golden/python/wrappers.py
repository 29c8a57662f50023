# Made by clamator-codegen from wrappers.json. Changes are lost.

from __future__ import annotations

from abc import ABC as _ABC
from abc import abstractmethod as _abstractmethod
from typing import Annotated as _Annotated

from clamator_protocol import ClamatorClient as _ClamatorClient
from clamator_protocol import Contract as _Contract
from clamator_protocol import MethodEntry as _MethodEntry
from pydantic import Field as _Field
from pydantic import RootModel as _RootModel

from ._clamator import Boolean as _Boolean
from ._clamator import Integer as _Integer
from ._clamator import Model as _Model
from ._clamator import Number as _Number
from ._clamator import SparseModel as _SparseModel
from ._clamator import call as _call
from ._clamator import default as _default
from ._formats import uuid as _uuid


class WrapParamsDefaultObject(_Model):
    retries: _Integer = 3
    verbose: _Boolean = False


class WrapParams(_SparseModel):
    optional: str | None = None
    nullable: str | None
    nullish: str | None = None
    with_default: _Annotated[_Number, _Field(alias="withDefault")] = 10.0
    default_text: _Annotated[str, _Field(alias="defaultText")] = "none"
    default_list: _Annotated[list[str], _Field(alias="defaultList")] = _default(["a", "b"])
    default_object: _Annotated[
        WrapParamsDefaultObject,
        _Field(alias="defaultObject"),
    ] = _default({"retries": 3, "verbose": False})
    default_null: _Annotated[str | None, _Field(alias="defaultNull")] = _default(None)
    nullable_default: _Annotated[_Number | None, _Field(alias="nullableDefault")] = 1.0
    optional_default: _Annotated[_Number | None, _Field(alias="optionalDefault")] = None
    default_optional: _Annotated[_Number, _Field(alias="defaultOptional")] = 2.0
    nullable_optional: _Annotated[str | None, _Field(alias="nullableOptional")] = None
    branded: _Annotated[str, _uuid()]
    branded_optional: _Annotated[
        _Annotated[str, _uuid()] | None,
        _Field(alias="brandedOptional"),
    ] = None
    readonly: list[_Number]
    unwrapped: str
    # What it is
    described: str | None = None
    # What it is here
    described_outside: _Annotated[str | None, _Field(alias="describedOutside")] = None


class WrapResult(_SparseModel):
    id: _Annotated[str, _uuid()]
    tags: list[str] | None = None


class FindParams(_Model):
    id: _Annotated[str, _uuid()]


class FindResultValue(_Model):
    name: str


class FindResult(_RootModel[FindResultValue | None]):
    pass


class WrappersService(_ABC):
    @_abstractmethod
    async def wrap(self, params: WrapParams) -> WrapResult: ...

    @_abstractmethod
    async def find(self, params: FindParams) -> FindResult: ...


class WrappersClient:
    def __init__(self, client: _ClamatorClient) -> None:
        self._client = client

    async def wrap(self, params: WrapParams, *, timeout_ms: int | None = None) -> WrapResult:
        answer = await _call(self._client, "wrappers", "wrap", params, timeout_ms)
        return WrapResult.model_validate(answer)

    async def find(self, params: FindParams, *, timeout_ms: int | None = None) -> FindResult:
        answer = await _call(self._client, "wrappers", "find", params, timeout_ms)
        return FindResult.model_validate(answer)


wrappers_contract = _Contract(
    service="wrappers",
    methods={
        "wrap": _MethodEntry(WrapParams, WrapResult, "wrap"),
        "find": _MethodEntry(FindParams, FindResult, "find"),
    },
)
