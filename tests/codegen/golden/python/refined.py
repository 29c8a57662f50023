# Made by clamator-codegen from refined.json. Changes are lost.

from __future__ import annotations

from abc import ABC as _ABC
from abc import abstractmethod as _abstractmethod
from typing import Annotated as _Annotated

from clamator_protocol import ClamatorClient as _ClamatorClient
from clamator_protocol import Contract as _Contract
from clamator_protocol import MethodEntry as _MethodEntry
from pydantic import Field as _Field

from ._clamator import Boolean as _Boolean
from ._clamator import Json as _Json
from ._clamator import Model as _Model
from ._clamator import Number as _Number
from ._clamator import SparseModel as _SparseModel
from ._clamator import call as _call


class CheckParamsRange(_Model):
    low: _Number
    high: _Number


class CheckParams(_SparseModel):
    # also refined in the contract (refine), which only Zod runs
    password: _Annotated[str, _Field(min_length=8)]
    # also refined in the contract (superRefine), which only Zod runs
    range: CheckParamsRange
    # also refined in the contract (refine), which only Zod runs
    optional: _Number | None = None
    # also refined in the contract (refine, superRefine), which only Zod runs
    both: list[_Number]
    # also refined in the contract (refine), which only Zod runs
    anything: _Json


# also refined in the contract (refine), which only Zod runs
class CheckResult(_Model):
    ok: _Boolean


class RefinedService(_ABC):
    @_abstractmethod
    async def check(self, params: CheckParams) -> CheckResult: ...


class RefinedClient:
    def __init__(self, client: _ClamatorClient) -> None:
        self._client = client

    async def check(self, params: CheckParams, *, timeout_ms: int | None = None) -> CheckResult:
        answer = await _call(self._client, "refined", "check", params, timeout_ms)
        return CheckResult.model_validate(answer)


refined_contract = _Contract(
    service="refined",
    methods={"check": _MethodEntry(CheckParams, CheckResult, "check")},
)
