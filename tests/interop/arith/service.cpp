#include "interop/arith/service.hpp"

#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <limits>
#include <stdexcept>

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <clamator/protocol/error.hpp>

#include "interop/arith/contract.hpp"

namespace clamator::interop {
namespace {

add_result sum_of(const add_params& p) {
  return {p.a + p.b};
}

divide_result quotient_of(const divide_params& p) {
  if (p.denominator == 0) throw rpc_error(-32000, "division by zero", {{"numerator", p.numerator}});
  return {p.numerator / p.denominator};
}

root_result root_of(const root_params& p) {
  return {p.of < 0 ? std::numeric_limits<double>::quiet_NaN() : std::sqrt(p.of)};
}

nothing throw_reason(const fail_params& p) {
  throw std::domain_error(p.reason);
}

greet_result greeting_for(const greet_params& p) {
  greet_result answer{"hello " + p.name, p.title};
  for (std::int64_t i = 1; i < p.times.value_or(1); ++i) answer.greeting += ", hello " + p.name;
  return answer;
}

measure_result measured(measure_params p) {
  measure_result answer{std::move(p.doubles), std::move(p.integers), {}};
  for (const double number : answer.doubles) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.17g", number);
    answer.seen.emplace_back(text.data());
  }
  for (const std::int64_t number : answer.integers) answer.seen.push_back(std::to_string(number));
  return answer;
}

// Says "working" on standard output when it begins.
class waiting {
 public:
  explicit waiting(std::string instance) : instance_(std::move(instance)) {}

  asio::awaitable<wait_result> operator()(wait_params p, call_context& context) const {
    std::puts("working");
    std::fflush(stdout);
    asio::steady_timer timer(context.get_executor(), std::chrono::milliseconds(p.ms));
    co_await timer.async_wait(asio::use_awaitable);
    co_return wait_result{instance_};
  }

 private:
  std::string instance_;
};

}  // namespace

service make_arith(const std::string& instance) {
  service arith("arith");
  arith.handle(add, sum_of);
  arith.handle(add_up, sum_of);
  arith.handle(divide, quotient_of);
  arith.handle(root, root_of);
  arith.handle(fail, throw_reason);
  arith.handle(tally, [](nothing) { return tally_result{-1}; });
  arith.handle(wait, waiting(instance));
  arith.handle(greet, greeting_for);
  arith.handle(measure, measured);
  arith.handle(echo, [](echo_params p) { return echo_result{std::move(p.value)}; });

  const auto taken = std::make_shared<notes_result>();
  arith.handle(note, [taken](text_params p) { taken->notes.push_back(std::move(p.text)); });
  arith.handle(notes, [taken](nothing) { return *taken; });
  return arith;
}

}  // namespace clamator::interop
