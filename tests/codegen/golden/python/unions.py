# Made by clamator-codegen from unions.json. Changes are lost.

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
from pydantic import Tag as _Tag

from ._clamator import Boolean as _Boolean
from ._clamator import Model as _Model
from ._clamator import Number as _Number
from ._clamator import OneOf as _OneOf
from ._clamator import SparseModel as _SparseModel
from ._clamator import call as _call
from ._clamator import constant as _constant
from ._clamator import tagged as _tagged


class AreaParamsShapeCircle(_Model):
    kind: _Literal["circle"] = _constant("circle")
    radius: _Annotated[float, _Field(strict=True, allow_inf_nan=False, gt=0)]


class AreaParamsShapeSquare(_Model):
    kind: _Literal["square"] = _constant("square")
    side: _Annotated[float, _Field(strict=True, allow_inf_nan=False, gt=0)]


AreaParamsShape: _TypeAlias = _Annotated[
    _Union[AreaParamsShapeCircle, AreaParamsShapeSquare],
    _Field(discriminator="kind"),
]


class AreaParams(_Model):
    shape: AreaParamsShape


class AreaResultTrue(_Model):
    ok: _Annotated[_Literal[True], _OneOf(True)] = _constant(True)
    area: _Number


AreaResultFalseReason: _TypeAlias = _Literal["not-found", "conflict"]


class AreaResultFalse(_Model):
    ok: _Annotated[_Literal[False], _OneOf(False)] = _constant(False)
    reason: AreaResultFalseReason


class AreaResult(
    _RootModel[
        _Annotated[
            _Union[_Annotated[AreaResultTrue, _Tag("1")], _Annotated[AreaResultFalse, _Tag("2")]],
            _Field(discriminator=_tagged("ok", "ok", ("1", True), ("2", False))),
        ]
    ],
):
    pass


class DrawParamsLine(_Model):
    op: _Literal["line"] = _constant("line")
    to: tuple[_Number, _Number]


DrawParamsFillOp: _TypeAlias = _Literal["fill", "erase"]


class DrawParamsFill(_Model):
    op: DrawParamsFillOp
    color: str


class DrawParams(
    _RootModel[_Annotated[_Union[DrawParamsLine, DrawParamsFill], _Field(discriminator="op")]],
):
    pass


class DrawResult(_RootModel[None]):
    pass


LookupParamsId: _TypeAlias = _Annotated[_Union[str, _Number], _Field(union_mode="left_to_right")]


LookupParamsOrNull: _TypeAlias = _Annotated[
    _Union[str, _Number],
    _Field(union_mode="left_to_right"),
]


LookupParamsNested: _TypeAlias = _Annotated[
    _Union[str, _Number, _Boolean],
    _Field(union_mode="left_to_right"),
]


LookupParamsMaybe: _TypeAlias = _Annotated[_Union[str, _Number], _Field(union_mode="left_to_right")]


LookupParamsAbsent: _TypeAlias = _Annotated[
    _Union[str, _Number],
    _Field(union_mode="left_to_right"),
]


LookupParamsEither: _TypeAlias = _Annotated[
    _Union[str, list[str]],
    _Field(union_mode="left_to_right"),
]


class LookupParams(_SparseModel):
    id: LookupParamsId
    or_null: _Annotated[LookupParamsOrNull | None, _Field(alias="orNull")]
    only_nullable: _Annotated[str | None, _Field(alias="onlyNullable")]
    nested: LookupParamsNested | None
    maybe: LookupParamsMaybe | None = None
    absent: LookupParamsAbsent | None = None
    either: LookupParamsEither


class LookupResultOption1(_Model):
    found: str


class LookupResultOption2(_Model):
    missing: _Boolean


class LookupResult(
    _RootModel[
        _Annotated[
            _Union[LookupResultOption1, LookupResultOption2],
            _Field(union_mode="left_to_right"),
        ]
    ],
):
    pass


class UnionsService(_ABC):
    @_abstractmethod
    async def area(self, params: AreaParams) -> AreaResult: ...

    @_abstractmethod
    async def draw(self, params: DrawParams) -> DrawResult: ...

    @_abstractmethod
    async def lookup(self, params: LookupParams) -> LookupResult: ...


class UnionsClient:
    def __init__(self, client: _ClamatorClient) -> None:
        self._client = client

    async def area(self, params: AreaParams, *, timeout_ms: int | None = None) -> AreaResult:
        answer = await _call(self._client, "unions", "area", params, timeout_ms)
        return AreaResult.model_validate(answer)

    async def draw(self, params: DrawParams, *, timeout_ms: int | None = None) -> DrawResult:
        answer = await _call(self._client, "unions", "draw", params, timeout_ms)
        return DrawResult.model_validate(answer)

    async def lookup(self, params: LookupParams, *, timeout_ms: int | None = None) -> LookupResult:
        answer = await _call(self._client, "unions", "lookup", params, timeout_ms)
        return LookupResult.model_validate(answer)


unions_contract = _Contract(
    service="unions",
    methods={
        "area": _MethodEntry(AreaParams, AreaResult, "area"),
        "draw": _MethodEntry(DrawParams, DrawResult, "draw"),
        "lookup": _MethodEntry(LookupParams, LookupResult, "lookup"),
    },
)
