#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

#include <boost/json/value.hpp>

#include "interop/peer.hpp"

namespace clamator::interop {

/// How a call ended, whichever peer made it.
enum class ending {
  result,
  rpc_error,        // what the server answered
  invalid_params,   // refused here, nothing was sent
  invalid_result,   // not what the contract says
  malformed_reply,  // not what JSON-RPC says
  timeout,
  stopped,  // "transport stopped"
  other,
};

struct outcome {
  ending how = ending::other;
  std::int64_t code = 0;  // of an rpc_error
  std::string message{};
  boost::json::value data{};
  boost::json::value result{};
};
std::ostream& operator<<(std::ostream& out, const outcome& what);

struct request {
  std::string method{};  // of "arith"
  std::string params = "{}";
  std::chrono::milliseconds timeout{10'000};
};

/// A client of "arith", of any peer. Params are JSON as text, since some of it is what only Python sends.
class caller {
 public:
  using outcomes = std::vector<outcome>;

  virtual ~caller() = default;

  /// Makes all calls at once; what it returns waits for them to end. Call that before anything is begun next.
  virtual std::function<outcomes()> begin(const std::vector<request>& calls) = 0;
  virtual void notify(const std::string& method, const std::string& params) = 0;
  /// To be called at the end of the test, unless the client is gone.
  virtual void stop() = 0;

  outcomes call_all(const std::vector<request>& calls) { return begin(calls)(); }
  outcome call(const request& what) { return call_all({what}).at(0); }
  outcome call(const std::string& method, const std::string& params = "{}") { return call({method, params}); }
};

/// A started client with this instance id.
std::unique_ptr<caller> make_caller(const peer& which, const std::string& prefix,
                                    const std::string& instance = "the-caller");

}  // namespace clamator::interop
