# Made by clamator-codegen from recursive.json. Changes are lost.

from __future__ import annotations

from abc import ABC as _ABC
from abc import abstractmethod as _abstractmethod
from typing import Annotated as _Annotated
from typing import Literal as _Literal
from typing import TypeAlias as _TypeAlias
from typing import Union as _Union

from clamator_protocol import ClamatorClient as _ClamatorClient
from clamator_protocol import Contract as _Contract
from clamator_protocol import MethodEntry as _MethodEntry
from pydantic import Field as _Field
from pydantic import RootModel as _RootModel
from typing_extensions import TypeAliasType as _TypeAliasType

from ._clamator import Boolean as _Boolean
from ._clamator import Integer as _Integer
from ._clamator import Model as _Model
from ._clamator import Number as _Number
from ._clamator import SparseModel as _SparseModel
from ._clamator import call as _call
from ._clamator import constant as _constant


class Category(_Model):
    name: str
    children: list[Category]


class EntryOption2(_Model):
    kind: _Literal["file"] = _constant("file")
    size: _Integer


class EntryOption1(_Model):
    kind: _Literal["folder"] = _constant("folder")
    entries: list[Entry]


Entry = _TypeAliasType(
    "Entry",
    _Annotated["_Union[EntryOption1, EntryOption2]", _Field(union_mode="left_to_right")],
)


Json = _TypeAliasType(
    "Json",
    _Annotated[
        "_Union[str, _Number, _Boolean, list[Json | None], dict[str, Json | None]]",
        _Field(union_mode="left_to_right"),
    ],
)


NestedLists = _TypeAliasType("NestedLists", "list[NestedLists]")


class SumParams(_SparseModel):
    value: _Number
    next: SumParams | None = None


class TreeParams(_Model):
    root: Category


TreeResult: _TypeAlias = Category


class StoreParams(_SparseModel):
    value: Json | None
    before: Json | None = None


class StoreResult(_RootModel[Json | None]):
    pass


class SumResult(_RootModel[_Number]):
    pass


class FlattenParams(_Model):
    lists: NestedLists


class FlattenResult(_RootModel[NestedLists]):
    pass


class ListParams(_Model):
    path: str


class ListResult(_RootModel[Entry]):
    pass


class ForwardParams(_Model):
    later: _Annotated[str, _Field(min_length=1)]


class ForwardResult(_Model):
    pass


Category.model_rebuild()
EntryOption1.model_rebuild()
SumParams.model_rebuild()


class RecursiveService(_ABC):
    @_abstractmethod
    async def tree(self, params: TreeParams) -> TreeResult: ...

    @_abstractmethod
    async def store(self, params: StoreParams) -> StoreResult: ...

    @_abstractmethod
    async def sum(self, params: SumParams) -> SumResult: ...

    @_abstractmethod
    async def flatten(self, params: FlattenParams) -> FlattenResult: ...

    @_abstractmethod
    async def list(self, params: ListParams) -> ListResult: ...

    @_abstractmethod
    async def forward(self, params: ForwardParams) -> ForwardResult: ...


class RecursiveClient:
    def __init__(self, client: _ClamatorClient) -> None:
        self._client = client

    async def tree(self, params: TreeParams, *, timeout_ms: int | None = None) -> TreeResult:
        answer = await _call(self._client, "recursive", "tree", params, timeout_ms)
        return TreeResult.model_validate(answer)

    async def store(self, params: StoreParams, *, timeout_ms: int | None = None) -> StoreResult:
        answer = await _call(self._client, "recursive", "store", params, timeout_ms)
        return StoreResult.model_validate(answer)

    async def sum(self, params: SumParams, *, timeout_ms: int | None = None) -> SumResult:
        answer = await _call(self._client, "recursive", "sum", params, timeout_ms)
        return SumResult.model_validate(answer)

    async def flatten(
        self,
        params: FlattenParams,
        *,
        timeout_ms: int | None = None,
    ) -> FlattenResult:
        answer = await _call(self._client, "recursive", "flatten", params, timeout_ms)
        return FlattenResult.model_validate(answer)

    async def list(self, params: ListParams, *, timeout_ms: int | None = None) -> ListResult:
        answer = await _call(self._client, "recursive", "list", params, timeout_ms)
        return ListResult.model_validate(answer)

    async def forward(
        self,
        params: ForwardParams,
        *,
        timeout_ms: int | None = None,
    ) -> ForwardResult:
        answer = await _call(self._client, "recursive", "forward", params, timeout_ms)
        return ForwardResult.model_validate(answer)


recursive_contract = _Contract(
    service="recursive",
    methods={
        "tree": _MethodEntry(TreeParams, TreeResult, "tree"),
        "store": _MethodEntry(StoreParams, StoreResult, "store"),
        "sum": _MethodEntry(SumParams, SumResult, "sum"),
        "flatten": _MethodEntry(FlattenParams, FlattenResult, "flatten"),
        "list": _MethodEntry(ListParams, ListResult, "list"),
        "forward": _MethodEntry(ForwardParams, ForwardResult, "forward"),
    },
)
