# Made by clamator-codegen from strings.json. Changes are lost.

from __future__ import annotations

from abc import ABC as _ABC
from abc import abstractmethod as _abstractmethod
from typing import Annotated as _Annotated

from clamator_protocol import ClamatorClient as _ClamatorClient
from clamator_protocol import Contract as _Contract
from clamator_protocol import MethodEntry as _MethodEntry
from pydantic import Field as _Field
from pydantic import RootModel as _RootModel

from ._clamator import Model as _Model
from ._clamator import call as _call
from ._clamator import pattern as _pattern
from ._formats import base64 as _base64
from ._formats import base64url as _base64url
from ._formats import cidr as _cidr
from ._formats import cuid as _cuid
from ._formats import cuid2 as _cuid2
from ._formats import date as _date
from ._formats import datetime as _datetime
from ._formats import duration as _duration
from ._formats import email as _email
from ._formats import emoji as _emoji
from ._formats import ip as _ip
from ._formats import jwt as _jwt
from ._formats import nanoid as _nanoid
from ._formats import time as _time
from ._formats import ulid as _ulid
from ._formats import url as _url
from ._formats import uuid as _uuid


class MeasureParams(_Model):
    title: _Annotated[str, _Field(min_length=1, max_length=80)]
    code: _Annotated[str, _Field(min_length=4, max_length=4)]
    note: _Annotated[str, _Field(min_length=1)]
    strictest: _Annotated[str, _Field(min_length=5, max_length=10)]


class MeasureResult(_RootModel[_Annotated[str, _Field(min_length=1)]]):
    pass


class MatchParams(_Model):
    sku: _Annotated[str, _pattern(r"\A[A-Z]{3}-[0-9]{4}\Z", r"/^[A-Z]{3}-\d{4}$/")]
    word: _Annotated[str, _pattern(r"\A[A-Za-z]+\Z", "/^[a-z]+$/i")]
    url: _Annotated[
        str,
        _pattern(r"\Ahttps://", "/^https:///"),
        _pattern(r"\.json\Z", r"/\.json$/"),
        _pattern(r"v1\.0", r"/v1\.0/"),
    ]


class MatchResult(_RootModel[str]):
    pass


class FormatParams(_Model):
    email: _Annotated[str, _email()]
    homepage: _Annotated[str, _url()]
    mood: _Annotated[str, _emoji()]
    id: _Annotated[str, _uuid()]
    nanoid: _Annotated[str, _nanoid()]
    cuid: _Annotated[str, _cuid()]
    cuid2: _Annotated[str, _cuid2()]
    ulid: _Annotated[str, _ulid()]
    base64: _Annotated[str, _base64()]
    base64url: _Annotated[str, _base64url()]
    token: _Annotated[str, _jwt()]
    token_hs256: _Annotated[str, _jwt("HS256"), _Field(alias="tokenHs256")]
    address: _Annotated[str, _ip()]
    address_v4: _Annotated[str, _ip("v4"), _Field(alias="addressV4")]
    network: _Annotated[str, _cidr()]
    network_v6: _Annotated[str, _cidr("v6"), _Field(alias="networkV6")]


class FormatResult(_RootModel[_Annotated[str, _Field(max_length=254), _email()]]):
    pass


class ScheduleParams(_Model):
    day: _Annotated[str, _date()]
    time: _Annotated[str, _time()]
    time_to_millisecond: _Annotated[str, _time(precision=3), _Field(alias="timeToMillisecond")]
    at: _Annotated[str, _datetime()]
    at_with_offset: _Annotated[str, _datetime(offset=True), _Field(alias="atWithOffset")]
    at_local: _Annotated[str, _datetime(local=True), _Field(alias="atLocal")]
    at_to_second: _Annotated[str, _datetime(precision=0), _Field(alias="atToSecond")]
    takes: _Annotated[str, _duration()]


class ScheduleResult(_RootModel[_Annotated[str, _datetime(offset=True, precision=3)]]):
    pass


class PipedParams(_Model):
    text: _Annotated[str, _Field(min_length=3), _email()]


class PipedResult(_RootModel[str]):
    pass


class StringsService(_ABC):
    @_abstractmethod
    async def measure(self, params: MeasureParams) -> MeasureResult: ...

    @_abstractmethod
    async def match(self, params: MatchParams) -> MatchResult: ...

    @_abstractmethod
    async def format(self, params: FormatParams) -> FormatResult: ...

    @_abstractmethod
    async def schedule(self, params: ScheduleParams) -> ScheduleResult: ...

    @_abstractmethod
    async def piped(self, params: PipedParams) -> PipedResult: ...


class StringsClient:
    def __init__(self, client: _ClamatorClient) -> None:
        self._client = client

    async def measure(
        self,
        params: MeasureParams,
        *,
        timeout_ms: int | None = None,
    ) -> MeasureResult:
        answer = await _call(self._client, "strings", "measure", params, timeout_ms)
        return MeasureResult.model_validate(answer)

    async def match(self, params: MatchParams, *, timeout_ms: int | None = None) -> MatchResult:
        answer = await _call(self._client, "strings", "match", params, timeout_ms)
        return MatchResult.model_validate(answer)

    async def format(self, params: FormatParams, *, timeout_ms: int | None = None) -> FormatResult:
        answer = await _call(self._client, "strings", "format", params, timeout_ms)
        return FormatResult.model_validate(answer)

    async def schedule(
        self,
        params: ScheduleParams,
        *,
        timeout_ms: int | None = None,
    ) -> ScheduleResult:
        answer = await _call(self._client, "strings", "schedule", params, timeout_ms)
        return ScheduleResult.model_validate(answer)

    async def piped(self, params: PipedParams, *, timeout_ms: int | None = None) -> PipedResult:
        answer = await _call(self._client, "strings", "piped", params, timeout_ms)
        return PipedResult.model_validate(answer)


strings_contract = _Contract(
    service="strings",
    methods={
        "measure": _MethodEntry(MeasureParams, MeasureResult, "measure"),
        "match": _MethodEntry(MatchParams, MatchResult, "match"),
        "format": _MethodEntry(FormatParams, FormatResult, "format"),
        "schedule": _MethodEntry(ScheduleParams, ScheduleResult, "schedule"),
        "piped": _MethodEntry(PipedParams, PipedResult, "piped"),
    },
)
