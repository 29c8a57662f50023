// Made by clamator-codegen from the contract of scalars; changes are lost.
#include "scalars.hpp"

#include <clamator/generated/codecs.hpp>

namespace scalars {

constexpr auto describe_fields(clamator::type<ReadParams>) {
  return clamator::fields<ReadParams>(
      clamator::field("sensor", &ReadParams::sensor),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<ReadResult>) {
  return clamator::fields<ReadResult>(
      clamator::field("label", &ReadResult::label),
      clamator::field("value", &ReadResult::value),
      clamator::field("valid", &ReadResult::valid),
      clamator::field("nothing", &ReadResult::nothing),
      clamator::constant("version", 2),
      clamator::constant("source", "sensor"),
      clamator::constant("calibrated", true),
      clamator::field("nullLiteral", &ReadResult::null_literal),
      clamator::field("raw", &ReadResult::raw),
      clamator::field("extra", &ReadResult::extra),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<CountParams>) {
  return clamator::fields<CountParams>(clamator::unknown_keys::ignore);
}

constexpr auto describe_wrapped(clamator::type<CountResult>) {
  return clamator::wraps(&CountResult::value);
}

constexpr auto describe_fields(clamator::type<IsReadyParams>) {
  return clamator::fields<IsReadyParams>(clamator::unknown_keys::ignore);
}

constexpr auto describe_wrapped(clamator::type<IsReadyResult>) {
  return clamator::wraps(&IsReadyResult::value);
}

constexpr auto describe_fields(clamator::type<DescribeParams>) {
  return clamator::fields<DescribeParams>(clamator::unknown_keys::ignore);
}

constexpr auto describe_wrapped(clamator::type<DescribeResult>) {
  return clamator::wraps(&DescribeResult::value);
}

constexpr auto describe_fields(clamator::type<ClearParams>) {
  return clamator::fields<ClearParams>(clamator::unknown_keys::ignore);
}

constexpr auto describe_wrapped(clamator::type<ClearResult>) {
  return clamator::wraps(&ClearResult::value);
}

ReadParams::ReadParams(std::string given_sensor)
    : sensor(std::move(given_sensor)) {}

ReadResult::ReadResult(
    std::string given_label,
    double given_value,
    bool given_valid,
    std::nullptr_t given_nothing,
    std::nullptr_t given_null_literal)
    : label(std::move(given_label)),
      value(given_value),
      valid(given_valid),
      nothing(given_nothing),
      null_literal(given_null_literal) {}

CountResult::CountResult(std::int64_t given) : value(given) {}

IsReadyResult::IsReadyResult(bool given) : value(given) {}

DescribeResult::DescribeResult(std::string given) : value(std::move(given)) {}

ClearResult::ClearResult(std::nullptr_t given) : value(given) {}

ScalarsService::~ScalarsService() = default;

const clamator::contract<ScalarsService> scalars_contract(
    "scalars",
    clamator::handles(methods::read, &ScalarsService::read),
    clamator::handles(methods::count, &ScalarsService::count),
    clamator::handles(methods::is_ready, &ScalarsService::is_ready),
    clamator::handles(methods::describe, &ScalarsService::describe),
    clamator::handles(methods::clear, &ScalarsService::clear));

}  // namespace scalars

CLAMATOR_GENERATED_CODEC_BODY(scalars::ReadParams)
CLAMATOR_GENERATED_CODEC_BODY(scalars::ReadResult)
CLAMATOR_GENERATED_CODEC_BODY(scalars::CountParams)
CLAMATOR_GENERATED_CODEC_BODY(scalars::CountResult)
CLAMATOR_GENERATED_CODEC_BODY(scalars::IsReadyParams)
CLAMATOR_GENERATED_CODEC_BODY(scalars::IsReadyResult)
CLAMATOR_GENERATED_CODEC_BODY(scalars::DescribeParams)
CLAMATOR_GENERATED_CODEC_BODY(scalars::DescribeResult)
CLAMATOR_GENERATED_CODEC_BODY(scalars::ClearParams)
CLAMATOR_GENERATED_CODEC_BODY(scalars::ClearResult)
