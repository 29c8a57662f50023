#include <future>
#include <optional>
#include <ostream>
#include <utility>

#include <boost/asio/use_future.hpp>
#include <boost/json/serialize.hpp>

#include <clamator/protocol/codec.hpp>
#include <clamator/redis/client.hpp>
#include <clamator/rpc/io_thread.hpp>

#include "interop/caller.hpp"
#include "interop/python_caller.hpp"

namespace clamator::interop {
namespace {

namespace json = boost::json;

ending ending_of(const protocol_error& error) {
  if (error.code() == protocol_errc::invalid_params) return ending::invalid_params;
  return error.code() == protocol_errc::invalid_result ? ending::invalid_result : ending::malformed_reply;
}

ending ending_of(const transport_error& error) {
  if (to_string(error.code()).starts_with("timed_out")) return ending::timeout;
  return error.code() == transport_errc::stopped ? ending::stopped : ending::other;
}

outcome outcome_of(std::future<json::value> call) {
  outcome what;
  try {
    what.result = call.get();
    what.how = ending::result;
  } catch (const rpc_error& error) {
    what = {ending::rpc_error, error.code(), std::string(error.message()), error.data(), {}};
  } catch (const protocol_error& error) {
    what = {ending_of(error), 0, error.what(), {}, {}};
  } catch (const transport_error& error) {
    what = {ending_of(error), 0, error.what(), {}, {}};
  } catch (const std::exception& error) {
    what.message = error.what();
  }
  return what;
}

/// Calls by name, as a tool does, so that it can also send what the contract does not allow.
class cpp_caller final : public caller {
 public:
  cpp_caller(const std::string& prefix, const std::string& instance)
      : client_(io_.get_executor(), options(prefix, instance)) {
    client_.start(asio::use_future).get();
  }
  ~cpp_caller() override {
    if (!stopped_) stop();
  }

  std::function<outcomes()> begin(const std::vector<request>& calls) override {
    auto futures = std::make_shared<std::vector<std::future<json::value>>>();
    for (const request& call : calls) {
      const auto params = from_json<json::value>(call.params);
      futures->push_back(client_.call("arith", call.method, params, {call.timeout}, asio::use_future));
    }
    return [futures] {
      outcomes what;
      for (auto& future : *futures) what.push_back(outcome_of(std::move(future)));
      return what;
    };
  }

  void notify(const std::string& method, const std::string& params) override {
    client_.notify("arith", method, from_json<json::value>(params), {}, asio::use_future).get();
  }

  void stop() override {
    stopped_ = true;
    client_.stop(asio::use_future).get();
  }

 private:
  static redis::client_options options(const std::string& prefix, const std::string& instance) {
    redis::client_options chosen{.key_prefix = prefix};
    chosen.connection.url = shared_redis().url();
    chosen.instance_id = instance;
    return chosen;
  }

  io_thread io_;
  redis::client client_;
  bool stopped_ = false;
};

}  // namespace

std::unique_ptr<caller> make_caller(const peer& which, const std::string& prefix,
                                    const std::string& instance) {
  if (which.cpp()) return std::make_unique<cpp_caller>(prefix, instance);
  return std::make_unique<python_caller>(which, prefix, instance);
}

std::ostream& operator<<(std::ostream& out, const outcome& what) {
  if (what.how == ending::result) return out << "result " << serialize(what.result).substr(0, 500);
  constexpr const char* names[] = {"result",          "rpc_error", "invalid_params", "invalid_result",
                                   "malformed_reply", "timeout",   "stopped",        "other"};
  return out << names[static_cast<int>(what.how)] << " " << what.code << " \"" << what.message << "\" "
             << serialize(what.data).substr(0, 500);
}

}  // namespace clamator::interop
