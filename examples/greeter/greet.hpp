// What server and client agree on: the contract.
#pragma once

#include <string>
#include <utility>

#include <boost/describe/class.hpp>

#include <clamator/rpc/method.hpp>

struct GreetParams {
  GreetParams() = default;
  explicit GreetParams(std::string whom) : name(std::move(whom)) {}
  std::string name;
};
BOOST_DESCRIBE_STRUCT(GreetParams, (), (name))

struct GreetResult {
  std::string greeting;
};
BOOST_DESCRIBE_STRUCT(GreetResult, (), (greeting))

inline constexpr clamator::method<GreetParams, GreetResult> greet{"hello.greet"};
