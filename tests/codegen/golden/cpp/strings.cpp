// Made by clamator-codegen from the contract of strings; changes are lost.
#include "strings.hpp"

#include <clamator/generated/codecs.hpp>

namespace strings {

constexpr auto describe_fields(clamator::type<MeasureParams>) {
  return clamator::fields<MeasureParams>(
      clamator::field(
          "title",
          &MeasureParams::title,
          clamator::min_length(1),
          clamator::max_length(80)),
      clamator::field(
          "code",
          &MeasureParams::code,
          clamator::min_length(4),
          clamator::max_length(4)),
      clamator::field("note", &MeasureParams::note, clamator::min_length(1)),
      clamator::field(
          "strictest",
          &MeasureParams::strictest,
          clamator::min_length(5),
          clamator::max_length(10)),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_wrapped(clamator::type<MeasureResult>) {
  return clamator::wraps(&MeasureResult::value, clamator::min_length(1));
}

constexpr auto describe_fields(clamator::type<MatchParams>) {
  return clamator::fields<MatchParams>(
      clamator::field(
          "sku",
          &MatchParams::sku,
          clamator::pattern<"\\A[A-Z]{3}-[0-9]{4}\\z">("^[A-Z]{3}-\\d{4}$")),
      clamator::field(
          "word",
          &MatchParams::word,
          clamator::pattern<"\\A[A-Za-z]+\\z">("^[a-z]+$", "i")),
      clamator::field(
          "url",
          &MatchParams::url,
          clamator::pattern<"\\Ahttps://">("^https://"),
          clamator::pattern<"\\.json\\z">("\\.json$"),
          clamator::pattern<"v1\\.0">("v1\\.0")),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_wrapped(clamator::type<MatchResult>) {
  return clamator::wraps(&MatchResult::value);
}

constexpr auto describe_fields(clamator::type<FormatParams>) {
  return clamator::fields<FormatParams>(
      clamator::field("email", &FormatParams::email, clamator::format::email),
      clamator::field("homepage", &FormatParams::homepage, clamator::format::url),
      clamator::field("mood", &FormatParams::mood, clamator::format::emoji),
      clamator::field("id", &FormatParams::id, clamator::format::uuid),
      clamator::field("nanoid", &FormatParams::nanoid, clamator::format::nanoid),
      clamator::field("cuid", &FormatParams::cuid, clamator::format::cuid),
      clamator::field("cuid2", &FormatParams::cuid2, clamator::format::cuid2),
      clamator::field("ulid", &FormatParams::ulid, clamator::format::ulid),
      clamator::field("base64", &FormatParams::base64, clamator::format::base64),
      clamator::field("base64url", &FormatParams::base64url, clamator::format::base64url),
      clamator::field("token", &FormatParams::token, clamator::format::jwt("")),
      clamator::field("tokenHs256", &FormatParams::token_hs256, clamator::format::jwt("HS256")),
      clamator::field(
          "address",
          &FormatParams::address,
          clamator::format::ip(clamator::format::ip_version::any)),
      clamator::field(
          "addressV4",
          &FormatParams::address_v4,
          clamator::format::ip(clamator::format::ip_version::v4)),
      clamator::field(
          "network",
          &FormatParams::network,
          clamator::format::cidr(clamator::format::ip_version::any)),
      clamator::field(
          "networkV6",
          &FormatParams::network_v6,
          clamator::format::cidr(clamator::format::ip_version::v6)),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_wrapped(clamator::type<FormatResult>) {
  return clamator::wraps(&FormatResult::value, clamator::max_length(254), clamator::format::email);
}

constexpr auto describe_fields(clamator::type<ScheduleParams>) {
  return clamator::fields<ScheduleParams>(
      clamator::field("day", &ScheduleParams::day, clamator::format::date),
      clamator::field("time", &ScheduleParams::time, clamator::format::time(std::nullopt)),
      clamator::field(
          "timeToMillisecond",
          &ScheduleParams::time_to_millisecond,
          clamator::format::time(3)),
      clamator::field(
          "at",
          &ScheduleParams::at,
          clamator::format::datetime(false, false, std::nullopt)),
      clamator::field(
          "atWithOffset",
          &ScheduleParams::at_with_offset,
          clamator::format::datetime(true, false, std::nullopt)),
      clamator::field(
          "atLocal",
          &ScheduleParams::at_local,
          clamator::format::datetime(false, true, std::nullopt)),
      clamator::field(
          "atToSecond",
          &ScheduleParams::at_to_second,
          clamator::format::datetime(false, false, 0)),
      clamator::field("takes", &ScheduleParams::takes, clamator::format::duration),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_wrapped(clamator::type<ScheduleResult>) {
  return clamator::wraps(&ScheduleResult::value, clamator::format::datetime(true, false, 3));
}

constexpr auto describe_fields(clamator::type<PipedParams>) {
  return clamator::fields<PipedParams>(
      clamator::field("text", &PipedParams::text, clamator::min_length(3), clamator::format::email),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_wrapped(clamator::type<PipedResult>) {
  return clamator::wraps(&PipedResult::value);
}

MeasureParams::MeasureParams(
    std::string given_title,
    std::string given_code,
    std::string given_note,
    std::string given_strictest)
    : title(std::move(given_title)),
      code(std::move(given_code)),
      note(std::move(given_note)),
      strictest(std::move(given_strictest)) {}

MeasureResult::MeasureResult(std::string given) : value(std::move(given)) {}

MatchParams::MatchParams(std::string given_sku, std::string given_word, std::string given_url)
    : sku(std::move(given_sku)),
      word(std::move(given_word)),
      url(std::move(given_url)) {}

MatchResult::MatchResult(std::string given) : value(std::move(given)) {}

FormatParams::FormatParams(
    std::string given_email,
    std::string given_homepage,
    std::string given_mood,
    std::string given_id,
    std::string given_nanoid,
    std::string given_cuid,
    std::string given_cuid2,
    std::string given_ulid,
    std::string given_base64,
    std::string given_base64url,
    std::string given_token,
    std::string given_token_hs256,
    std::string given_address,
    std::string given_address_v4,
    std::string given_network,
    std::string given_network_v6)
    : email(std::move(given_email)),
      homepage(std::move(given_homepage)),
      mood(std::move(given_mood)),
      id(std::move(given_id)),
      nanoid(std::move(given_nanoid)),
      cuid(std::move(given_cuid)),
      cuid2(std::move(given_cuid2)),
      ulid(std::move(given_ulid)),
      base64(std::move(given_base64)),
      base64url(std::move(given_base64url)),
      token(std::move(given_token)),
      token_hs256(std::move(given_token_hs256)),
      address(std::move(given_address)),
      address_v4(std::move(given_address_v4)),
      network(std::move(given_network)),
      network_v6(std::move(given_network_v6)) {}

FormatResult::FormatResult(std::string given) : value(std::move(given)) {}

ScheduleParams::ScheduleParams(
    std::string given_day,
    std::string given_time,
    std::string given_time_to_millisecond,
    std::string given_at,
    std::string given_at_with_offset,
    std::string given_at_local,
    std::string given_at_to_second,
    std::string given_takes)
    : day(std::move(given_day)),
      time(std::move(given_time)),
      time_to_millisecond(std::move(given_time_to_millisecond)),
      at(std::move(given_at)),
      at_with_offset(std::move(given_at_with_offset)),
      at_local(std::move(given_at_local)),
      at_to_second(std::move(given_at_to_second)),
      takes(std::move(given_takes)) {}

ScheduleResult::ScheduleResult(std::string given) : value(std::move(given)) {}

PipedParams::PipedParams(std::string given_text)
    : text(std::move(given_text)) {}

PipedResult::PipedResult(std::string given) : value(std::move(given)) {}

StringsService::~StringsService() = default;

const clamator::contract<StringsService> strings_contract(
    "strings",
    clamator::handles(methods::measure, &StringsService::measure),
    clamator::handles(methods::match, &StringsService::match),
    clamator::handles(methods::format, &StringsService::format),
    clamator::handles(methods::schedule, &StringsService::schedule),
    clamator::handles(methods::piped, &StringsService::piped));

}  // namespace strings

CLAMATOR_GENERATED_CODEC_BODY(strings::MeasureParams)
CLAMATOR_GENERATED_CODEC_BODY(strings::MeasureResult)
CLAMATOR_GENERATED_CODEC_BODY(strings::MatchParams)
CLAMATOR_GENERATED_CODEC_BODY(strings::MatchResult)
CLAMATOR_GENERATED_CODEC_BODY(strings::FormatParams)
CLAMATOR_GENERATED_CODEC_BODY(strings::FormatResult)
CLAMATOR_GENERATED_CODEC_BODY(strings::ScheduleParams)
CLAMATOR_GENERATED_CODEC_BODY(strings::ScheduleResult)
CLAMATOR_GENERATED_CODEC_BODY(strings::PipedParams)
CLAMATOR_GENERATED_CODEC_BODY(strings::PipedResult)
