// Made by clamator-codegen from the contract of unions; changes are lost.
#include "unions.hpp"

#include <clamator/generated/codecs.hpp>

namespace unions {

constexpr auto describe_fields(clamator::type<AreaParamsShapeCircle>) {
  return clamator::fields<AreaParamsShapeCircle>(
      clamator::constant("kind", "circle"),
      clamator::field("radius", &AreaParamsShapeCircle::radius, clamator::exclusive_minimum(0)),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<AreaParamsShapeSquare>) {
  return clamator::fields<AreaParamsShapeSquare>(
      clamator::constant("kind", "square"),
      clamator::field("side", &AreaParamsShapeSquare::side, clamator::exclusive_minimum(0)),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_options(clamator::type<AreaParamsShape>) {
  return clamator::by_tag(
      "kind",
      clamator::tagged_option<AreaParamsShapeCircle>("circle"),
      clamator::tagged_option<AreaParamsShapeSquare>("square"));
}

constexpr auto describe_fields(clamator::type<AreaParams>) {
  return clamator::fields<AreaParams>(
      clamator::field("shape", &AreaParams::shape),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<AreaResultTrue>) {
  return clamator::fields<AreaResultTrue>(
      clamator::constant("ok", true),
      clamator::field("area", &AreaResultTrue::area),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_enum(clamator::type<AreaResultFalseReason>) {
  return clamator::enumerators<AreaResultFalseReason>({
      {AreaResultFalseReason::not_found, "not-found"},
      {AreaResultFalseReason::conflict, "conflict"},
  });
}

constexpr auto describe_fields(clamator::type<AreaResultFalse>) {
  return clamator::fields<AreaResultFalse>(
      clamator::constant("ok", false),
      clamator::field("reason", &AreaResultFalse::reason),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_options(clamator::type<AreaResult>) {
  return clamator::first_match(
      clamator::option<AreaResultTrue>(),
      clamator::option<AreaResultFalse>());
}

constexpr auto describe_fields(clamator::type<DrawParamsLine>) {
  return clamator::fields<DrawParamsLine>(
      clamator::constant("op", "line"),
      clamator::field("to", &DrawParamsLine::to),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_enum(clamator::type<DrawParamsFillOp>) {
  return clamator::enumerators<DrawParamsFillOp>({
      {DrawParamsFillOp::fill, "fill"},
      {DrawParamsFillOp::erase, "erase"},
  });
}

constexpr auto describe_fields(clamator::type<DrawParamsFill>) {
  return clamator::fields<DrawParamsFill>(
      clamator::field("op", &DrawParamsFill::op),
      clamator::field("color", &DrawParamsFill::color),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_options(clamator::type<DrawParams>) {
  return clamator::by_tag(
      "op",
      clamator::tagged_option<DrawParamsLine>("line"),
      clamator::tagged_option<DrawParamsFill>("fill", "erase"));
}

constexpr auto describe_wrapped(clamator::type<DrawResult>) {
  return clamator::wraps(&DrawResult::value);
}

constexpr auto describe_options(clamator::type<LookupParamsId>) {
  return clamator::first_match(clamator::option<std::string>(), clamator::option<double>());
}

constexpr auto describe_options(clamator::type<LookupParamsOrNull>) {
  return clamator::first_match(clamator::option<std::string>(), clamator::option<double>());
}

constexpr auto describe_options(clamator::type<LookupParamsNested>) {
  return clamator::first_match(
      clamator::option<std::string>(),
      clamator::option<double>(),
      clamator::option<bool>());
}

constexpr auto describe_options(clamator::type<LookupParamsMaybe>) {
  return clamator::first_match(clamator::option<std::string>(), clamator::option<double>());
}

constexpr auto describe_options(clamator::type<LookupParamsAbsent>) {
  return clamator::first_match(clamator::option<std::string>(), clamator::option<double>());
}

constexpr auto describe_options(clamator::type<LookupParamsEither>) {
  return clamator::first_match(
      clamator::option<std::string>(),
      clamator::option<std::vector<std::string>>());
}

constexpr auto describe_fields(clamator::type<LookupParams>) {
  return clamator::fields<LookupParams>(
      clamator::field("id", &LookupParams::id),
      clamator::field("orNull", &LookupParams::or_null, clamator::nullable, clamator::required),
      clamator::field(
          "onlyNullable",
          &LookupParams::only_nullable,
          clamator::nullable,
          clamator::required),
      clamator::field("nested", &LookupParams::nested, clamator::nullable, clamator::required),
      clamator::field("maybe", &LookupParams::maybe),
      clamator::field("absent", &LookupParams::absent),
      clamator::field("either", &LookupParams::either),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<LookupResultOption1>) {
  return clamator::fields<LookupResultOption1>(
      clamator::field("found", &LookupResultOption1::found),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<LookupResultOption2>) {
  return clamator::fields<LookupResultOption2>(
      clamator::field("missing", &LookupResultOption2::missing),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_options(clamator::type<LookupResult>) {
  return clamator::first_match(
      clamator::option<LookupResultOption1>(),
      clamator::option<LookupResultOption2>());
}

AreaParamsShapeCircle::AreaParamsShapeCircle(double given_radius)
    : radius(given_radius) {}

AreaParamsShapeSquare::AreaParamsShapeSquare(double given_side)
    : side(given_side) {}

AreaParams::AreaParams(AreaParamsShape given_shape)
    : shape(std::move(given_shape)) {}

AreaResultTrue::AreaResultTrue(double given_area)
    : area(given_area) {}

std::string_view to_string(AreaResultFalseReason value) noexcept {
  switch (value) {
    case AreaResultFalseReason::not_found: return "not-found";
    case AreaResultFalseReason::conflict: return "conflict";
  }
  return {};
}

AreaResultFalse::AreaResultFalse(AreaResultFalseReason given_reason)
    : reason(given_reason) {}

DrawParamsLine::DrawParamsLine(std::tuple<double, double> given_to)
    : to(std::move(given_to)) {}

std::string_view to_string(DrawParamsFillOp value) noexcept {
  switch (value) {
    case DrawParamsFillOp::fill: return "fill";
    case DrawParamsFillOp::erase: return "erase";
  }
  return {};
}

DrawParamsFill::DrawParamsFill(DrawParamsFillOp given_op, std::string given_color)
    : op(given_op),
      color(std::move(given_color)) {}

DrawResult::DrawResult(std::nullptr_t given) : value(given) {}

LookupParams::LookupParams(
    LookupParamsId given_id,
    std::optional<LookupParamsOrNull> given_or_null,
    std::optional<std::string> given_only_nullable,
    std::optional<LookupParamsNested> given_nested,
    LookupParamsEither given_either)
    : id(std::move(given_id)),
      or_null(std::move(given_or_null)),
      only_nullable(std::move(given_only_nullable)),
      nested(std::move(given_nested)),
      either(std::move(given_either)) {}

LookupResultOption1::LookupResultOption1(std::string given_found)
    : found(std::move(given_found)) {}

LookupResultOption2::LookupResultOption2(bool given_missing)
    : missing(given_missing) {}

UnionsService::~UnionsService() = default;

const clamator::contract<UnionsService> unions_contract(
    "unions",
    clamator::handles(methods::area, &UnionsService::area),
    clamator::handles(methods::draw, &UnionsService::draw),
    clamator::handles(methods::lookup, &UnionsService::lookup));

}  // namespace unions

CLAMATOR_GENERATED_CODEC_BODY(unions::AreaParamsShapeCircle)
CLAMATOR_GENERATED_CODEC_BODY(unions::AreaParamsShapeSquare)
CLAMATOR_GENERATED_CODEC_BODY(unions::AreaParamsShape)
CLAMATOR_GENERATED_CODEC_BODY(unions::AreaParams)
CLAMATOR_GENERATED_CODEC_BODY(unions::AreaResultTrue)
CLAMATOR_GENERATED_CODEC_BODY(unions::AreaResultFalseReason)
CLAMATOR_GENERATED_CODEC_BODY(unions::AreaResultFalse)
CLAMATOR_GENERATED_CODEC_BODY(unions::AreaResult)
CLAMATOR_GENERATED_CODEC_BODY(unions::DrawParamsLine)
CLAMATOR_GENERATED_CODEC_BODY(unions::DrawParamsFillOp)
CLAMATOR_GENERATED_CODEC_BODY(unions::DrawParamsFill)
CLAMATOR_GENERATED_CODEC_BODY(unions::DrawParams)
CLAMATOR_GENERATED_CODEC_BODY(unions::DrawResult)
CLAMATOR_GENERATED_CODEC_BODY(unions::LookupParamsId)
CLAMATOR_GENERATED_CODEC_BODY(unions::LookupParamsOrNull)
CLAMATOR_GENERATED_CODEC_BODY(unions::LookupParamsNested)
CLAMATOR_GENERATED_CODEC_BODY(unions::LookupParamsMaybe)
CLAMATOR_GENERATED_CODEC_BODY(unions::LookupParamsAbsent)
CLAMATOR_GENERATED_CODEC_BODY(unions::LookupParamsEither)
CLAMATOR_GENERATED_CODEC_BODY(unions::LookupParams)
CLAMATOR_GENERATED_CODEC_BODY(unions::LookupResultOption1)
CLAMATOR_GENERATED_CODEC_BODY(unions::LookupResultOption2)
CLAMATOR_GENERATED_CODEC_BODY(unions::LookupResult)
