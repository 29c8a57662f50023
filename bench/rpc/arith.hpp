// The call that throughput is measured with: two integers, answered with their sum.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include <boost/describe.hpp>

#include <clamator/rpc/client.hpp>
#include <clamator/rpc/service.hpp>

namespace bench {

class add_params {
 public:
  add_params() = default;
  add_params(std::int64_t left, std::int64_t right) : a(left), b(right) {}
  std::int64_t a = 0;
  std::int64_t b = 0;
};
BOOST_DESCRIBE_STRUCT(add_params, (), (a, b))

struct add_result {
  std::int64_t sum = 0;
};
BOOST_DESCRIBE_STRUCT(add_result, (), (sum))

inline constexpr clamator::method<add_params, add_result> add{"arith.add"};

inline clamator::service arith() {
  clamator::service served("arith");
  served.handle(add, [](const add_params& p) { return add_result{p.a + p.b}; });
  return served;
}

struct add_call {
  using result = add_result;
  template <class Token>
  auto operator()(clamator::client& client, Token&& token) const {
    return client.call(add, {2, 3}, {}, std::forward<Token>(token));
  }
  static bool right(const add_result& r) { return r.sum == 5; }
};

}  // namespace bench
