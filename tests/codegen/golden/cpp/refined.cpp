// Made by clamator-codegen from the contract of refined; changes are lost.
#include "refined.hpp"

#include <clamator/generated/codecs.hpp>

namespace refined {

constexpr auto describe_fields(clamator::type<CheckParamsRange>) {
  return clamator::fields<CheckParamsRange>(
      clamator::field("low", &CheckParamsRange::low),
      clamator::field("high", &CheckParamsRange::high),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<CheckParams>) {
  return clamator::fields<CheckParams>(
      clamator::field("password", &CheckParams::password, clamator::min_length(8)),
      clamator::field("range", &CheckParams::range),
      clamator::field("optional", &CheckParams::optional),
      clamator::field("both", &CheckParams::both),
      clamator::field("anything", &CheckParams::anything),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<CheckResult>) {
  return clamator::fields<CheckResult>(
      clamator::field("ok", &CheckResult::ok),
      clamator::unknown_keys::ignore);
}

CheckParamsRange::CheckParamsRange(double given_low, double given_high)
    : low(given_low),
      high(given_high) {}

CheckParams::CheckParams(
    std::string given_password,
    CheckParamsRange given_range,
    std::vector<double> given_both,
    boost::json::value given_anything)
    : password(std::move(given_password)),
      range(std::move(given_range)),
      both(std::move(given_both)),
      anything(std::move(given_anything)) {}

CheckResult::CheckResult(bool given_ok)
    : ok(given_ok) {}

RefinedService::~RefinedService() = default;

const clamator::contract<RefinedService> refined_contract(
    "refined",
    clamator::handles(methods::check, &RefinedService::check));

}  // namespace refined

CLAMATOR_GENERATED_CODEC_BODY(refined::CheckParamsRange)
CLAMATOR_GENERATED_CODEC_BODY(refined::CheckParams)
CLAMATOR_GENERATED_CODEC_BODY(refined::CheckResult)
