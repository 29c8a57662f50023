# Made by clamator-codegen from names-of-things.json. Changes are lost.

from __future__ import annotations

from abc import ABC as _ABC
from abc import abstractmethod as _abstractmethod
from typing import Annotated as _Annotated
from typing import Literal as _Literal
from typing import TypeAlias as _TypeAlias

from clamator_protocol import ClamatorClient as _ClamatorClient
from clamator_protocol import Contract as _Contract
from clamator_protocol import MethodEntry as _MethodEntry
from pydantic import Field as _Field

from ._clamator import Boolean as _Boolean
from ._clamator import Integer as _Integer
from ._clamator import Model as _Model
from ._clamator import Number as _Number
from ._clamator import SparseModel as _SparseModel
from ._clamator import call as _call
from ._clamator import notify as _notify


class NewParams(_SparseModel):
    class_: _Annotated[str, _Field(alias="class")]
    default: _Number
    new: _Boolean
    import_: _Annotated[str | None, _Field(alias="import")] = None
    operator: str
    template: str
    namespace: str
    def_: _Annotated[str, _Field(alias="def")]
    lambda_: _Annotated[str, _Field(alias="lambda")]
    none: _Annotated[str, _Field(alias="None")]
    self: str
    errno: _Number


class NewResult(_Model):
    delete: _Boolean


class DeleteParams(_Model):
    user_id: _Annotated[str, _Field(alias="userId")]


class DeleteResult(_Model):
    deleted_at: _Annotated[str, _Field(alias="deletedAt")]


class GetHTTPServerParams(_Model):
    host_name: _Annotated[str, _Field(alias="hostName")]
    port_number: _Annotated[_Integer, _Field(alias="portNumber")]
    is_tls_enabled: _Annotated[_Boolean, _Field(alias="isTLSEnabled")]
    snake_case: str
    kebab_case: _Annotated[str, _Field(alias="kebab-case")]
    with_space: _Annotated[str, _Field(alias="with space")]
    private: _Annotated[str, _Field(alias="_private")]
    ref: _Annotated[str, _Field(alias="$ref")]
    field_2nd: _Annotated[str, _Field(alias="2nd")]


GetHTTPServerResultReturn: _TypeAlias = _Literal["class", "int", "not-found", "404", "None"]


class GetHTTPServerResult(_Model):
    return_: _Annotated[GetHTTPServerResultReturn, _Field(alias="return")]


class ImportParamsFrom(_Model):
    class_: _Annotated[str, _Field(alias="class")]


class ImportParams(_Model):
    from_: _Annotated[ImportParamsFrom, _Field(alias="from")]


class NamesOfThingsService(_ABC):
    @_abstractmethod
    async def new(self, params: NewParams) -> NewResult: ...

    @_abstractmethod
    async def delete(self, params: DeleteParams) -> DeleteResult: ...

    @_abstractmethod
    async def get_http_server(self, params: GetHTTPServerParams) -> GetHTTPServerResult: ...

    @_abstractmethod
    async def import_(self, params: ImportParams) -> None: ...


class NamesOfThingsClient:
    def __init__(self, client: _ClamatorClient) -> None:
        self._client = client

    async def new(self, params: NewParams, *, timeout_ms: int | None = None) -> NewResult:
        answer = await _call(self._client, "names-of-things", "new", params, timeout_ms)
        return NewResult.model_validate(answer)

    async def delete(self, params: DeleteParams, *, timeout_ms: int | None = None) -> DeleteResult:
        answer = await _call(self._client, "names-of-things", "delete", params, timeout_ms)
        return DeleteResult.model_validate(answer)

    async def get_http_server(
        self,
        params: GetHTTPServerParams,
        *,
        timeout_ms: int | None = None,
    ) -> GetHTTPServerResult:
        answer = await _call(self._client, "names-of-things", "getHTTPServer", params, timeout_ms)
        return GetHTTPServerResult.model_validate(answer)

    async def import_(self, params: ImportParams) -> None:
        await _notify(self._client, "names-of-things", "import", params)


names_of_things_contract = _Contract(
    service="names-of-things",
    methods={
        "new": _MethodEntry(NewParams, NewResult, "new"),
        "delete": _MethodEntry(DeleteParams, DeleteResult, "delete"),
        "getHTTPServer": _MethodEntry(GetHTTPServerParams, GetHTTPServerResult, "get_http_server"),
        "import": _MethodEntry(ImportParams, None, "import_"),
    },
)
