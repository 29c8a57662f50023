#include "python/support.hpp"

namespace clamator::codegen::python::support {

const char* const models =
    R"py("""What the generated modules share: how models read and write JSON as Zod does.

A model is read from JSON by wire names alone, and its literal fields must be there. In Python it is
constructed by its attributes' names (or the wire names), and literal fields need not be given.
"""

import inspect
import math
import re
from collections.abc import Callable, Iterable
from copy import deepcopy
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, cast, get_args, get_origin

from clamator_protocol import ClamatorClient
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    SerializationInfo,
    SerializerFunctionWrapHandler,
    Strict,
    model_serializer,
)
from pydantic_core import PydanticCustomError, core_schema

T = TypeVar("T")


@cache
def wire_names(model: type[BaseModel]) -> dict[str, str]:
    return {name: field.alias or name for name, field in model.model_fields.items()}


@cache
def constants(model: type[BaseModel]) -> dict[str, Any]:
    """The literal fields' values, by wire name."""
    found: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        values: tuple[Any, ...] = ()
        if get_origin(field.annotation) is Literal:
            values = get_args(field.annotation)
        for check in field.metadata:
            if isinstance(check, OneOf):
                values = check.values
        if field.is_required() and len(values) == 1:
            found[wire_names(model)[name]] = values[0]
    return found


@cache
def absent_if_none(model: type[BaseModel]) -> tuple[str, ...]:
    """The optional fields. A default of null is made by a factory, so that it is written."""
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if field.default is None)


class Model(BaseModel):
    # No namespace is protected: the generator has renamed what would hide a method.
    model_config = ConfigDict(protected_namespaces=(), validate_assignment=True)

    def __init__(self, /, **data: Any) -> None:
        names = wire_names(type(self))
        given = {names.get(key, key): value for key, value in data.items()}
        self.__pydantic_validator__.validate_python(
            {**constants(type(self)), **given}, self_instance=self
        )

    # Says that validating JSON need not come through here, where literal fields are filled in.
    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined]


class SparseModel(Model):
    """A model with optional fields, which are left out on writing where they are None."""

    # Without a return type, so that the JSON Schema of what is written is that of the fields.
    @model_serializer(mode="wrap")
    def _write(self, write: SerializerFunctionWrapHandler, info: SerializationInfo):  # type: ignore[no-untyped-def]
        written = write(self)
        names = wire_names(type(self))
        for name in absent_if_none(type(self)):
            if getattr(self, name) is None:
                written.pop(names[name] if info.by_alias else name, None)
        return written


def constant(value: T) -> T:
    """A literal field: constructors may leave it out, JSON may not."""
    return cast(T, Field())


def default(value: Any) -> Any:
    """What JSON or a constructor fills in, read as if it had come from outside."""
    return Field(default_factory=lambda: deepcopy(value), validate_default=True)


def kind_and_value(value: Any) -> tuple[str, Any]:
    """Tells JSON's kinds apart where Python does not: 1 equals True, but 1.0 equals 1."""
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, bool):
        return "boolean", value
    if isinstance(value, (int, float)):
        return "number", value
    return ("string", value) if isinstance(value, str) else ("other", None)


def shown(values: Iterable[Any]) -> str:
    return ", ".join(repr(kind_and_value(value)[1]) for value in values)


def refused(message: str) -> PydanticCustomError:
    """Not a ValueError: Pydantic would put that into the error's data, which peers write as JSON."""
    return PydanticCustomError("contract", "{message}", {"message": message})


class OneOf:
    """Exactly one of some values, where Pydantic would take True for 1 or refuse 1.0."""

    def __init__(self, *values: Any) -> None:
        self.values = values
        self.by_value = {kind_and_value(value): value for value in values}

    def read(self, value: Any) -> Any:
        key = kind_and_value(value)
        if key not in self.by_value:
            raise refused(f"must be one of {shown(self.values)}")
        return self.by_value[key]

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            self.read,
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda value: kind_and_value(value)[1]
            ),
        )

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"enum": [kind_and_value(value)[1] for value in self.values]}


class ValueEnum(Enum):
    """An enum whose values are not all strings."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return OneOf(*cls).__get_pydantic_core_schema__(source, handler)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return OneOf(*cls).__get_pydantic_json_schema__(schema, handler)


def tagged(wire_name: str, name: str, *options: tuple[Any, ...]) -> Discriminator:
    """Chooses a union's option; each has its tag for Pydantic and the discriminator's values."""
    tags = {kind_and_value(value): tag for tag, *values in options for value in values}

    def tag_of(value: Any) -> str | None:
        found = value.get(wire_name) if isinstance(value, dict) else getattr(value, name, None)
        return tags.get(kind_and_value(found))

    return Discriminator(tag_of)


def element_of(unpacked: Any) -> Any:
    """Of *tuple[X, ...], which Python 3.11 shows with the tuple within and without it."""
    inner = get_args(unpacked)
    return inner[0] if Ellipsis in inner else element_of(inner[0])


class Rest:
    """A tuple of which the last type is that of any number of further elements."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        *first, further = get_args(source)
        items = [handler.generate_schema(each) for each in first]
        rest = handler.generate_schema(element_of(further))
        if hasattr(core_schema, "tuple_schema"):
            return core_schema.tuple_schema([*items, rest], variadic_item_index=len(items))
        return core_schema.tuple_positional_schema(items, extras_schema=rest)


def finite(value: Any) -> Any:
    """JSON has no NaN and no infinity, though Python's json reads both."""
    if isinstance(value, float) and not math.isfinite(value):
        raise refused("must be a finite number: JSON has no other")
    if isinstance(value, int):
        in_range(value)
    elif isinstance(value, dict):
        for each in value.values():
            finite(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            finite(each)
    return value


def in_range(value: int) -> int:
    try:
        float(value)
    except OverflowError:
        raise refused("must be a number within the range of a double") from None
    return value


def as_integer(value: Any) -> Any:
    """1.0 is an integer in JSON."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return in_range(value) if isinstance(value, int) else value


integral = BeforeValidator(as_integer)
Boolean = Annotated[bool, Strict()]
Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Integer = Annotated[int, Field(strict=True), integral]
Json = Annotated[Any, AfterValidator(finite)]


def checked(holds: Callable[[Any], bool], message: str) -> AfterValidator:
    def check(value: Any) -> Any:
        if not holds(value):
            raise refused(message)
        return value

    return AfterValidator(check)


def multiple_of(step: float) -> AfterValidator:
    """Of the decimals as they are written, so that 0.3 is a multiple of 0.1."""
    exact = Fraction(repr(step))
    return checked(
        lambda value: Fraction(repr(value)) % exact == 0, f"must be a multiple of {step}"
    )


def pattern(text: str, written: str) -> AfterValidator:
    """`written` is the contract's own way to write it, for the message."""
    compiled = re.compile(text)
    return checked(lambda value: compiled.search(value) is not None, f"must match {written}")


TIMEOUT_PER_CALL = "timeout_ms" in inspect.signature(ClamatorClient.call).parameters


async def call(
    client: ClamatorClient, service: str, method: str, params: BaseModel, timeout_ms: int | None
) -> Any:
    written = params.model_dump(mode="json", by_alias=True)
    if timeout_ms is None:
        return await client.call(service, method, written)
    if not TIMEOUT_PER_CALL:
        raise TypeError(
            "the installed clamator-protocol has no timeout per call: give the client a "
            "default_timeout_ms, or install clamator-protocol 0.1.9"
        )
    with_timeout = cast(Any, client)
    return await with_timeout.call(service, method, written, timeout_ms=timeout_ms)


async def notify(client: ClamatorClient, service: str, method: str, params: BaseModel) -> None:
    await client.notify(service, method, params.model_dump(mode="json", by_alias=True))
)py";

}  // namespace clamator::codegen::python::support
