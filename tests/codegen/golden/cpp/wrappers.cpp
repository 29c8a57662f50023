// Made by clamator-codegen from the contract of wrappers; changes are lost.
#include "wrappers.hpp"

#include <clamator/generated/codecs.hpp>

namespace wrappers {

namespace {

std::vector<std::string> default_wrap_params_default_list() {
  return clamator::from_json<std::vector<std::string>>("[\"a\",\"b\"]");
}

WrapParamsDefaultObject default_wrap_params_default_object() {
  return clamator::from_json<WrapParamsDefaultObject>("{\"retries\":3,\"verbose\":false}");
}

}  // namespace

constexpr auto describe_fields(clamator::type<WrapParamsDefaultObject>) {
  return clamator::fields<WrapParamsDefaultObject>(
      clamator::field("retries", &WrapParamsDefaultObject::retries, clamator::default_value(3)),
      clamator::field("verbose", &WrapParamsDefaultObject::verbose, clamator::default_value(false)),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<WrapParams>) {
  return clamator::fields<WrapParams>(
      clamator::field("optional", &WrapParams::optional),
      clamator::field("nullable", &WrapParams::nullable, clamator::nullable, clamator::required),
      clamator::field("nullish", &WrapParams::nullish),
      clamator::field("withDefault", &WrapParams::with_default, clamator::default_value(10.0)),
      clamator::field("defaultText", &WrapParams::default_text, clamator::default_value("none")),
      clamator::field(
          "defaultList",
          &WrapParams::default_list,
          clamator::default_value([] { return default_wrap_params_default_list(); })),
      clamator::field(
          "defaultObject",
          &WrapParams::default_object,
          clamator::default_value([] { return default_wrap_params_default_object(); })),
      clamator::field(
          "defaultNull",
          &WrapParams::default_null,
          clamator::nullable,
          clamator::default_value(std::nullopt)),
      clamator::field(
          "nullableDefault",
          &WrapParams::nullable_default,
          clamator::nullable,
          clamator::default_value(1.0)),
      clamator::field("optionalDefault", &WrapParams::optional_default),
      clamator::field(
          "defaultOptional",
          &WrapParams::default_optional,
          clamator::default_value(2.0)),
      clamator::field("nullableOptional", &WrapParams::nullable_optional),
      clamator::field("branded", &WrapParams::branded, clamator::format::uuid),
      clamator::field("brandedOptional", &WrapParams::branded_optional, clamator::format::uuid),
      clamator::field("readonly", &WrapParams::readonly),
      clamator::field("unwrapped", &WrapParams::unwrapped),
      clamator::field("described", &WrapParams::described),
      clamator::field("describedOutside", &WrapParams::described_outside),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<WrapResult>) {
  return clamator::fields<WrapResult>(
      clamator::field("id", &WrapResult::id, clamator::format::uuid),
      clamator::field("tags", &WrapResult::tags),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<FindParams>) {
  return clamator::fields<FindParams>(
      clamator::field("id", &FindParams::id, clamator::format::uuid),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<FindResultValue>) {
  return clamator::fields<FindResultValue>(
      clamator::field("name", &FindResultValue::name),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_wrapped(clamator::type<FindResult>) {
  return clamator::wraps(&FindResult::value);
}

WrapParams::WrapParams()
    : default_list(default_wrap_params_default_list()),
      default_object(default_wrap_params_default_object()) {}

WrapParams::WrapParams(
    std::optional<std::string> given_nullable,
    std::string given_branded,
    std::vector<double> given_readonly,
    std::string given_unwrapped)
    : nullable(std::move(given_nullable)),
      default_list(default_wrap_params_default_list()),
      default_object(default_wrap_params_default_object()),
      branded(std::move(given_branded)),
      readonly(std::move(given_readonly)),
      unwrapped(std::move(given_unwrapped)) {}

WrapResult::WrapResult(std::string given_id)
    : id(std::move(given_id)) {}

FindParams::FindParams(std::string given_id)
    : id(std::move(given_id)) {}

FindResultValue::FindResultValue(std::string given_name)
    : name(std::move(given_name)) {}

FindResult::FindResult(std::optional<FindResultValue> given) : value(std::move(given)) {}

WrappersService::~WrappersService() = default;

const clamator::contract<WrappersService> wrappers_contract(
    "wrappers",
    clamator::handles(methods::wrap, &WrappersService::wrap),
    clamator::handles(methods::find, &WrappersService::find));

}  // namespace wrappers

CLAMATOR_GENERATED_CODEC_BODY(wrappers::WrapParamsDefaultObject)
CLAMATOR_GENERATED_CODEC_BODY(wrappers::WrapParams)
CLAMATOR_GENERATED_CODEC_BODY(wrappers::WrapResult)
CLAMATOR_GENERATED_CODEC_BODY(wrappers::FindParams)
CLAMATOR_GENERATED_CODEC_BODY(wrappers::FindResultValue)
CLAMATOR_GENERATED_CODEC_BODY(wrappers::FindResult)
