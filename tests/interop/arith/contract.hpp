// The service "arith", as peers/arith_contract.py has it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <boost/describe.hpp>
#include <boost/json/value.hpp>

#include <clamator/protocol/codec.hpp>
#include <clamator/rpc/method.hpp>

namespace clamator::interop {

struct nothing {};
BOOST_DESCRIBE_STRUCT(nothing, (), ())

struct add_params {
  std::int64_t a = 0;
  std::int64_t b = 0;
};
BOOST_DESCRIBE_STRUCT(add_params, (), (a, b))

struct add_result {
  std::int64_t sum = 0;
};
BOOST_DESCRIBE_STRUCT(add_result, (), (sum))

struct divide_params {
  double numerator = 0;
  double denominator = 1;
};
BOOST_DESCRIBE_STRUCT(divide_params, (), (numerator, denominator))

struct divide_result {
  double quotient = 0;
};
BOOST_DESCRIBE_STRUCT(divide_result, (), (quotient))

struct root_params {
  double of = 0;
};
BOOST_DESCRIBE_STRUCT(root_params, (), (of))

struct root_result {
  double root = 0;
};
BOOST_DESCRIBE_STRUCT(root_result, (), (root))

// Params that hold strings or vectors have a constructor: calls refuse aggregates of them.
class text_params {
 public:
  text_params() = default;
  explicit text_params(std::string given) : text(std::move(given)) {}
  std::string text;
};
BOOST_DESCRIBE_STRUCT(text_params, (), (text))

class fail_params {
 public:
  fail_params() = default;
  explicit fail_params(std::string given) : reason(std::move(given)) {}
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(fail_params, (), (reason))

struct tally_result {
  std::int64_t total = 0;
};
constexpr auto describe_fields(clamator::type<tally_result>) {
  return clamator::fields<tally_result>(clamator::field("total", &tally_result::total, clamator::minimum(0)));
}

struct notes_result {
  std::vector<std::string> notes;
};
BOOST_DESCRIBE_STRUCT(notes_result, (), (notes))

struct wait_params {
  std::int64_t ms = 0;
};
BOOST_DESCRIBE_STRUCT(wait_params, (), (ms))

class wait_result {
 public:
  wait_result() = default;
  explicit wait_result(std::string its_server) : server(std::move(its_server)) {}
  std::string server;
};
BOOST_DESCRIBE_STRUCT(wait_result, (), (server))

class greet_params {
 public:
  greet_params() = default;
  explicit greet_params(std::string whom) : name(std::move(whom)) {}
  std::string name;
  std::optional<std::string> title;
  std::optional<std::int64_t> times;
};
BOOST_DESCRIBE_STRUCT(greet_params, (), (name, title, times))

struct greet_result {
  std::string greeting;
  std::optional<std::string> title;
};
BOOST_DESCRIBE_STRUCT(greet_result, (), (greeting, title))

class measure_params {
 public:
  measure_params() = default;
  measure_params(std::vector<double> some, std::vector<std::int64_t> others)
      : doubles(std::move(some)), integers(std::move(others)) {}
  std::vector<double> doubles;
  std::vector<std::int64_t> integers;
};
BOOST_DESCRIBE_STRUCT(measure_params, (), (doubles, integers))

struct measure_result {
  std::vector<double> doubles;
  std::vector<std::int64_t> integers;
  std::vector<std::string> seen;  // each number as the server understood it
};
BOOST_DESCRIBE_STRUCT(measure_result, (), (doubles, integers, seen))

class echo_params {
 public:
  echo_params() = default;
  explicit echo_params(boost::json::value given) : value(std::move(given)) {}
  boost::json::value value;
};
BOOST_DESCRIBE_STRUCT(echo_params, (), (value))

struct echo_result {
  boost::json::value value;
};
BOOST_DESCRIBE_STRUCT(echo_result, (), (value))

inline constexpr clamator::method<add_params, add_result> add{"arith.add"};
inline constexpr clamator::method<add_params, add_result> add_up{"arith.add-up"};
inline constexpr clamator::method<divide_params, divide_result> divide{"arith.divide"};
inline constexpr clamator::method<root_params, root_result> root{"arith.root"};
inline constexpr clamator::method<fail_params, nothing> fail{"arith.fail"};
inline constexpr clamator::method<nothing, tally_result> tally{"arith.tally"};
inline constexpr clamator::notification<text_params> note{"arith.note"};
inline constexpr clamator::method<nothing, notes_result> notes{"arith.notes"};
inline constexpr clamator::method<wait_params, wait_result> wait{"arith.wait"};
inline constexpr clamator::method<greet_params, greet_result> greet{"arith.greet"};
inline constexpr clamator::method<measure_params, measure_result> measure{"arith.measure"};
inline constexpr clamator::method<echo_params, echo_result> echo{"arith.echo"};

}  // namespace clamator::interop
