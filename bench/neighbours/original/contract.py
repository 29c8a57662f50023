"""The call of two integers, as the Python original has it."""

from clamator_protocol import Contract, MethodEntry
from pydantic import BaseModel, ConfigDict


class AddParams(BaseModel):
    model_config = ConfigDict(extra="forbid")

    a: int
    b: int


class AddResult(BaseModel):
    model_config = ConfigDict(extra="forbid")

    sum: int


arith = Contract(service="arith", methods={"add": MethodEntry(AddParams, AddResult, "add")})
