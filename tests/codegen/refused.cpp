// A user's code over generated code that is right, and with one of the macros below wrong in one way that
// must not compile.
#ifdef ANOTHER_GENERATOR
#include <clamator/generated.hpp>
#define abi another_abi  // as if the library had another one
namespace clamator::generated {
inline constexpr int another_abi = 2;
}
#endif
#include "arith.hpp"

namespace asio = boost::asio;

class Arith : public arith::ArithService {
 public:
#ifdef OVERRIDE_OF_OTHER_PARAMS
  asio::awaitable<arith::AddResult> add(arith::PingParams, clamator::call_context&) override{
#else
  asio::awaitable<arith::AddResult> add(arith::AddParams params, clamator::call_context&) override {
#endif
#ifdef RESULT_OF_ANOTHER_METHOD
      co_return arith::PingParams();
#else
    co_return arith::AddResult(params.a + params.b);
#endif
}
#ifndef METHOD_NOT_IMPLEMENTED
asio::awaitable<void>
ping(arith::PingParams, clamator::call_context&) override {
  co_return;
}
#endif
}
;

asio::awaitable<double> use(clamator::client& client) {
  arith::ArithClient arith(client);
#ifdef PARAM_OF_ANOTHER_TYPE
  const arith::AddResult result = co_await arith.add({"2", 3});
#elif defined(PARAM_MISSING)
  const arith::AddResult result = co_await arith.add({2});
#elif defined(NO_SUCH_METHOD)
  const arith::AddResult result = co_await arith.subtract({2, 3});
#else
  const arith::AddResult result = co_await arith.add({2, 3});
#endif
#ifdef NO_SUCH_FIELD
  co_return result.total;
#else
  co_return result.sum;
#endif
}

int main() {
  const Arith instance;
  return sizeof(instance) == 0;
}
