// Made by clamator-codegen from the contract of numbers; changes are lost.
#include "numbers.hpp"

#include <clamator/generated/codecs.hpp>

namespace numbers {

constexpr auto describe_fields(clamator::type<BoundParams>) {
  return clamator::fields<BoundParams>(
      clamator::field(
          "percent",
          &BoundParams::percent,
          clamator::minimum(0),
          clamator::maximum(100)),
      clamator::field("above", &BoundParams::above, clamator::exclusive_minimum(0)),
      clamator::field("below", &BoundParams::below, clamator::exclusive_maximum(1)),
      clamator::field(
          "between",
          &BoundParams::between,
          clamator::exclusive_minimum(-1.5),
          clamator::maximum(1.5)),
      clamator::field("positive", &BoundParams::positive, clamator::exclusive_minimum(0)),
      clamator::field("negative", &BoundParams::negative, clamator::exclusive_maximum(0)),
      clamator::field("nonnegative", &BoundParams::nonnegative, clamator::minimum(0)),
      clamator::field("nonpositive", &BoundParams::nonpositive, clamator::maximum(0)),
      clamator::field("finite", &BoundParams::finite),
      clamator::field(
          "safe",
          &BoundParams::safe,
          clamator::minimum(-9007199254740991LL),
          clamator::maximum(9007199254740991LL)),
      clamator::field(
          "strictest",
          &BoundParams::strictest,
          clamator::exclusive_minimum(1),
          clamator::maximum(8)),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_wrapped(clamator::type<BoundResult>) {
  return clamator::wraps(&BoundResult::value, clamator::minimum(0));
}

constexpr auto describe_fields(clamator::type<StepParams>) {
  return clamator::fields<StepParams>(
      clamator::field("count", &StepParams::count),
      clamator::field("port", &StepParams::port, clamator::minimum(1), clamator::maximum(65535)),
      clamator::field("even", &StepParams::even, clamator::multiple_of(2)),
      clamator::field("cents", &StepParams::cents, clamator::multiple_of(0.01)),
      clamator::field(
          "sixes",
          &StepParams::sixes,
          clamator::multiple_of(2),
          clamator::multiple_of(3)),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_wrapped(clamator::type<StepResult>) {
  return clamator::wraps(&StepResult::value, clamator::exclusive_minimum(0));
}

constexpr auto describe_fields(clamator::type<PipedParams>) {
  return clamator::fields<PipedParams>(
      clamator::field("value", &PipedParams::value, clamator::minimum(1), clamator::maximum(9)),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_wrapped(clamator::type<PipedResult>) {
  return clamator::wraps(&PipedResult::value);
}

BoundParams::BoundParams(
    double given_percent,
    double given_above,
    double given_below,
    double given_between,
    double given_positive,
    double given_negative,
    double given_nonnegative,
    double given_nonpositive,
    double given_finite,
    double given_safe,
    double given_strictest)
    : percent(given_percent),
      above(given_above),
      below(given_below),
      between(given_between),
      positive(given_positive),
      negative(given_negative),
      nonnegative(given_nonnegative),
      nonpositive(given_nonpositive),
      finite(given_finite),
      safe(given_safe),
      strictest(given_strictest) {}

BoundResult::BoundResult(double given) : value(given) {}

StepParams::StepParams(
    std::int64_t given_count,
    std::int64_t given_port,
    double given_even,
    double given_cents,
    std::int64_t given_sixes)
    : count(given_count),
      port(given_port),
      even(given_even),
      cents(given_cents),
      sixes(given_sixes) {}

StepResult::StepResult(std::int64_t given) : value(given) {}

PipedParams::PipedParams(std::int64_t given_value)
    : value(given_value) {}

PipedResult::PipedResult(double given) : value(given) {}

NumbersService::~NumbersService() = default;

const clamator::contract<NumbersService> numbers_contract(
    "numbers",
    clamator::handles(methods::bound, &NumbersService::bound),
    clamator::handles(methods::step, &NumbersService::step),
    clamator::handles(methods::piped, &NumbersService::piped));

}  // namespace numbers

CLAMATOR_GENERATED_CODEC_BODY(numbers::BoundParams)
CLAMATOR_GENERATED_CODEC_BODY(numbers::BoundResult)
CLAMATOR_GENERATED_CODEC_BODY(numbers::StepParams)
CLAMATOR_GENERATED_CODEC_BODY(numbers::StepResult)
CLAMATOR_GENERATED_CODEC_BODY(numbers::PipedParams)
CLAMATOR_GENERATED_CODEC_BODY(numbers::PipedResult)
