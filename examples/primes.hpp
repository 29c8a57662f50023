// The contract of the worker pool: pool_worker.cpp serves it, pool_client.cpp and python/client.py call it.
#pragma once

#include <cstdint>
#include <string>

#include <boost/describe/class.hpp>

#include <clamator/protocol/checks.hpp>
#include <clamator/protocol/fields.hpp>
#include <clamator/rpc/method.hpp>

namespace primes {

inline constexpr std::int64_t most = 10'000'000;

// The numbers from `from` on, up to but without `to`.
struct CountParams {
  std::int64_t from = 0;
  std::int64_t to = 0;
};
constexpr auto describe_fields(clamator::type<CountParams>) {
  return clamator::fields<CountParams>(
      clamator::field("from", &CountParams::from, clamator::minimum(0)),
      clamator::field("to", &CountParams::to, clamator::maximum(most)),
      clamator::check([](const CountParams& p) { return p.from <= p.to; }, "from must not be above to"));
}

struct CountResult {
  std::int64_t count = 0;
  std::string worker;  // who counted them
};
BOOST_DESCRIBE_STRUCT(CountResult, (), (count, worker))

struct FactorParams {
  std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(FactorParams, (), (number))

struct FactorResult {
  std::int64_t factor = 0;  // the smallest above 1
  std::string worker;
};
BOOST_DESCRIBE_STRUCT(FactorResult, (), (factor, worker))

struct NoteParams {
  NoteParams() = default;
  explicit NoteParams(std::string words) : text(std::move(words)) {}
  std::string text;
};
BOOST_DESCRIBE_STRUCT(NoteParams, (), (text))

inline constexpr clamator::method<CountParams, CountResult> count{"primes.count"};
inline constexpr clamator::method<FactorParams, FactorResult> factor{"primes.factor"};
inline constexpr clamator::notification<NoteParams> note{"primes.note"};

inline constexpr std::int64_t not_positive = -1000;  // the code of the error that factor answers below 2

}  // namespace primes
