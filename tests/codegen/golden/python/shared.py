# Made by clamator-codegen from shared.json. Changes are lost.

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

from ._clamator import Boolean as _Boolean
from ._clamator import Model as _Model
from ._clamator import Number as _Number
from ._clamator import SparseModel as _SparseModel
from ._clamator import call as _call
from ._clamator import constant as _constant
from ._clamator import integral as _integral
from ._clamator import notify as _notify

Country: _TypeAlias = _Literal["at", "de", "ch"]


class Address(_Model):
    """Where something is sent to"""

    street: str
    zip: _Annotated[str, _Field(max_length=10)]
    country: Country


class PaymentCard(_Model):
    by: _Literal["card"] = _constant("card")
    last4: _Annotated[str, _Field(min_length=4, max_length=4)]


class PaymentInvoice(_Model):
    by: _Literal["invoice"] = _constant("invoice")
    to: Address


Payment: _TypeAlias = _Annotated[_Union[PaymentCard, PaymentInvoice], _Field(discriminator="by")]


class Period(_Model):
    from_: _Annotated[_Number, _Field(alias="from")]
    to: _Number


class PlaceOrderParamsLinesItem(_Model):
    sku: str
    count: _Annotated[int, _Field(strict=True, gt=0), _integral]


class PlaceOrderResult(_SparseModel):
    id: str
    lines: list[PlaceOrderParamsLinesItem]
    ship_to: _Annotated[Address, _Field(alias="shipTo")]
    bill_to: _Annotated[Address | None, _Field(alias="billTo")]
    payment: Payment
    # also refined in the contract (refine), which only Zod runs
    delivery: Period | None = None


class PlaceOrderParams(_SparseModel):
    lines: list[PlaceOrderParamsLinesItem]
    ship_to: _Annotated[Address, _Field(alias="shipTo")]
    bill_to: _Annotated[Address | None, _Field(alias="billTo")]
    payment: Payment
    # also refined in the contract (refine), which only Zod runs
    delivery: Period | None = None


class ChangeLineParams(_Model):
    id: str
    line: PlaceOrderParamsLinesItem


ChangeLineResult: _TypeAlias = PlaceOrderResult


PayParamsRefund: _TypeAlias = _Annotated[_Union[Payment, str], _Field(union_mode="left_to_right")]


class PayParams(_Model):
    id: str
    payment: Payment
    refund: PayParamsRefund


class PayResult(_Model):
    paid: _Boolean


class ShipsToParams(_Model):
    country: Country


class ShipsToResult(_RootModel[_Boolean]):
    pass


class MovedParamsFrom(_Model):
    """The old one"""

    street: str
    zip: _Annotated[str, _Field(max_length=10)]
    country: Country


class MovedParams(_Model):
    from_: _Annotated[MovedParamsFrom, _Field(alias="from")]
    to: Address


class SharedService(_ABC):
    @_abstractmethod
    async def place_order(self, params: PlaceOrderParams) -> PlaceOrderResult: ...

    @_abstractmethod
    async def change_line(self, params: ChangeLineParams) -> ChangeLineResult: ...

    @_abstractmethod
    async def pay(self, params: PayParams) -> PayResult: ...

    @_abstractmethod
    async def ships_to(self, params: ShipsToParams) -> ShipsToResult: ...

    @_abstractmethod
    async def moved(self, params: MovedParams) -> None: ...


class SharedClient:
    def __init__(self, client: _ClamatorClient) -> None:
        self._client = client

    async def place_order(
        self,
        params: PlaceOrderParams,
        *,
        timeout_ms: int | None = None,
    ) -> PlaceOrderResult:
        answer = await _call(self._client, "shared", "placeOrder", params, timeout_ms)
        return PlaceOrderResult.model_validate(answer)

    async def change_line(
        self,
        params: ChangeLineParams,
        *,
        timeout_ms: int | None = None,
    ) -> ChangeLineResult:
        answer = await _call(self._client, "shared", "changeLine", params, timeout_ms)
        return ChangeLineResult.model_validate(answer)

    async def pay(self, params: PayParams, *, timeout_ms: int | None = None) -> PayResult:
        answer = await _call(self._client, "shared", "pay", params, timeout_ms)
        return PayResult.model_validate(answer)

    async def ships_to(
        self,
        params: ShipsToParams,
        *,
        timeout_ms: int | None = None,
    ) -> ShipsToResult:
        answer = await _call(self._client, "shared", "shipsTo", params, timeout_ms)
        return ShipsToResult.model_validate(answer)

    async def moved(self, params: MovedParams) -> None:
        await _notify(self._client, "shared", "moved", params)


shared_contract = _Contract(
    service="shared",
    methods={
        "placeOrder": _MethodEntry(PlaceOrderParams, PlaceOrderResult, "place_order"),
        "changeLine": _MethodEntry(ChangeLineParams, ChangeLineResult, "change_line"),
        "pay": _MethodEntry(PayParams, PayResult, "pay"),
        "shipsTo": _MethodEntry(ShipsToParams, ShipsToResult, "ships_to"),
        "moved": _MethodEntry(MovedParams, None, "moved"),
    },
)
