// Made by clamator-codegen from the contract of arith; changes are lost.
#include "arith.hpp"

#include <clamator/generated/codecs.hpp>

namespace arith {

constexpr auto describe_fields(clamator::type<AddParams>) {
  return clamator::fields<AddParams>(
      clamator::field("a", &AddParams::a),
      clamator::field("b", &AddParams::b),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<AddResult>) {
  return clamator::fields<AddResult>(
      clamator::field("sum", &AddResult::sum),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<PingParams>) {
  return clamator::fields<PingParams>(
      clamator::field("tag", &PingParams::tag),
      clamator::unknown_keys::ignore);
}

AddParams::AddParams(double given_a, double given_b)
    : a(given_a),
      b(given_b) {}

AddResult::AddResult(double given_sum)
    : sum(given_sum) {}

ArithService::~ArithService() = default;

const clamator::contract<ArithService> arith_contract(
    "arith",
    clamator::handles(methods::add, &ArithService::add),
    clamator::handles(methods::ping, &ArithService::ping));

}  // namespace arith

CLAMATOR_GENERATED_CODEC_BODY(arith::AddParams)
CLAMATOR_GENERATED_CODEC_BODY(arith::AddResult)
CLAMATOR_GENERATED_CODEC_BODY(arith::PingParams)
