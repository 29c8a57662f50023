// Made by clamator-codegen from the contract of enums; changes are lost.
#include "enums.hpp"

#include <clamator/generated/codecs.hpp>

namespace enums {

constexpr auto describe_enum(clamator::type<PickParamsSize>) {
  return clamator::enumerators<PickParamsSize>({
      {PickParamsSize::small, "small"},
      {PickParamsSize::large, "large"},
      {PickParamsSize::extra_large, "extra-large"},
  });
}

constexpr auto describe_values(clamator::type<PickParamsLevel>) {
  return clamator::values<PickParamsLevel>({
      {PickParamsLevel::low, 1},
      {PickParamsLevel::middle, 2},
      {PickParamsLevel::high, 3},
  });
}

constexpr auto describe_enum(clamator::type<PickParamsColor>) {
  return clamator::enumerators<PickParamsColor>({
      {PickParamsColor::red, "red"},
      {PickParamsColor::dark_blue, "dark-blue"},
  });
}

constexpr auto describe_enum(clamator::type<PickParamsUnit>) {
  return clamator::enumerators<PickParamsUnit>({
      {PickParamsUnit::metre, "m"},
      {PickParamsUnit::second, "s"},
  });
}

constexpr auto describe_enum(clamator::type<PickParamsWords>) {
  return clamator::enumerators<PickParamsWords>({
      {PickParamsWords::yes, "yes"},
      {PickParamsWords::no, "no"},
  });
}

constexpr auto describe_values(clamator::type<PickParamsNumbers>) {
  return clamator::values<PickParamsNumbers>({
      {PickParamsNumbers::_1, 1},
      {PickParamsNumbers::_2, 2},
      {PickParamsNumbers::_5, 5},
  });
}

constexpr auto describe_values(clamator::type<PickParamsMixed>) {
  return clamator::values<PickParamsMixed>({
      {PickParamsMixed::auto_, "auto"},
      {PickParamsMixed::_0, 0},
      {PickParamsMixed::true_, true},
  });
}

constexpr auto describe_enum(clamator::type<PickParamsMore>) {
  return clamator::enumerators<PickParamsMore>({
      {PickParamsMore::a, "a"},
      {PickParamsMore::b, "b"},
      {PickParamsMore::c, "c"},
  });
}

constexpr auto describe_enum(clamator::type<PickParamsWithout>) {
  return clamator::enumerators<PickParamsWithout>({
      {PickParamsWithout::x, "x"},
      {PickParamsWithout::z, "z"},
  });
}

constexpr auto describe_fields(clamator::type<PickParams>) {
  return clamator::fields<PickParams>(
      clamator::field("size", &PickParams::size),
      clamator::field("level", &PickParams::level),
      clamator::field("color", &PickParams::color),
      clamator::field("unit", &PickParams::unit),
      clamator::field("words", &PickParams::words),
      clamator::field("numbers", &PickParams::numbers),
      clamator::field("mixed", &PickParams::mixed),
      clamator::field("more", &PickParams::more, clamator::nullable, clamator::required),
      clamator::field("without", &PickParams::without),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_enum(clamator::type<PickResult>) {
  return clamator::enumerators<PickResult>({
      {PickResult::done, "done"},
      {PickResult::failed, "failed"},
  });
}

std::string_view to_string(PickParamsSize value) noexcept {
  switch (value) {
    case PickParamsSize::small: return "small";
    case PickParamsSize::large: return "large";
    case PickParamsSize::extra_large: return "extra-large";
  }
  return {};
}

std::string_view to_string(PickParamsColor value) noexcept {
  switch (value) {
    case PickParamsColor::red: return "red";
    case PickParamsColor::dark_blue: return "dark-blue";
  }
  return {};
}

std::string_view to_string(PickParamsUnit value) noexcept {
  switch (value) {
    case PickParamsUnit::metre: return "m";
    case PickParamsUnit::second: return "s";
  }
  return {};
}

std::string_view to_string(PickParamsWords value) noexcept {
  switch (value) {
    case PickParamsWords::yes: return "yes";
    case PickParamsWords::no: return "no";
  }
  return {};
}

std::string_view to_string(PickParamsMore value) noexcept {
  switch (value) {
    case PickParamsMore::a: return "a";
    case PickParamsMore::b: return "b";
    case PickParamsMore::c: return "c";
  }
  return {};
}

std::string_view to_string(PickParamsWithout value) noexcept {
  switch (value) {
    case PickParamsWithout::x: return "x";
    case PickParamsWithout::z: return "z";
  }
  return {};
}

PickParams::PickParams(
    PickParamsSize given_size,
    PickParamsLevel given_level,
    PickParamsColor given_color,
    PickParamsUnit given_unit,
    PickParamsWords given_words,
    PickParamsNumbers given_numbers,
    PickParamsMixed given_mixed,
    std::optional<PickParamsMore> given_more,
    PickParamsWithout given_without)
    : size(given_size),
      level(given_level),
      color(given_color),
      unit(given_unit),
      words(given_words),
      numbers(given_numbers),
      mixed(given_mixed),
      more(std::move(given_more)),
      without(given_without) {}

std::string_view to_string(PickResult value) noexcept {
  switch (value) {
    case PickResult::done: return "done";
    case PickResult::failed: return "failed";
  }
  return {};
}

EnumsService::~EnumsService() = default;

const clamator::contract<EnumsService> enums_contract(
    "enums",
    clamator::handles(methods::pick, &EnumsService::pick));

}  // namespace enums

CLAMATOR_GENERATED_CODEC_BODY(enums::PickParamsSize)
CLAMATOR_GENERATED_CODEC_BODY(enums::PickParamsLevel)
CLAMATOR_GENERATED_CODEC_BODY(enums::PickParamsColor)
CLAMATOR_GENERATED_CODEC_BODY(enums::PickParamsUnit)
CLAMATOR_GENERATED_CODEC_BODY(enums::PickParamsWords)
CLAMATOR_GENERATED_CODEC_BODY(enums::PickParamsNumbers)
CLAMATOR_GENERATED_CODEC_BODY(enums::PickParamsMixed)
CLAMATOR_GENERATED_CODEC_BODY(enums::PickParamsMore)
CLAMATOR_GENERATED_CODEC_BODY(enums::PickParamsWithout)
CLAMATOR_GENERATED_CODEC_BODY(enums::PickParams)
CLAMATOR_GENERATED_CODEC_BODY(enums::PickResult)
