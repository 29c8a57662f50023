// Made by clamator-codegen from the contract of arith; changes are lost.
#pragma once

#include <clamator/generated.hpp>

static_assert(clamator::generated::abi == 1,
              "this file was made by another version of clamator-codegen: generate it again");

namespace arith {

// arith.add params
class AddParams {
 public:
  AddParams() = default;
  AddParams(double a, double b);

  double a{};
  double b{};
};

// arith.add result
class AddResult {
 public:
  AddResult() = default;
  AddResult(double sum);

  double sum{};
};

// arith.ping params
class PingParams {
 public:
  PingParams() = default;

  std::optional<std::string> tag;
};

}  // namespace arith

CLAMATOR_GENERATED_CODEC(arith::AddParams);
CLAMATOR_GENERATED_CODEC(arith::AddResult);
CLAMATOR_GENERATED_CODEC(arith::PingParams);

namespace arith {

// The methods one by one, for clamator::client::call() and clamator::service::handle().
namespace methods {
inline constexpr clamator::method<AddParams, AddResult> add{"arith.add"};
inline constexpr clamator::notification<PingParams> ping{"arith.ping"};
}  // namespace methods

// What a server of arith implements; each may also be a plain coroutine of a derived class.
class ArithService {
 public:
  ArithService() = default;
  virtual ~ArithService();

  virtual boost::asio::awaitable<AddResult> add(AddParams params, clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<void> ping(PingParams params, clamator::call_context& context) = 0;

 protected:
  ArithService(const ArithService&) = default;
  ArithService& operator=(const ArithService&) = default;
};

// For clamator::server::register_service().
extern const clamator::contract<ArithService> arith_contract;

// Calls arith. Keeps a reference: the client must outlive it. Options, completion tokens, errors and
// cancellation are those of clamator::client's call() and notify().
class ArithClient {
 public:
  explicit ArithClient(clamator::client& client) noexcept : client_(&client) {}

  template <class Token = clamator::default_token>
  auto add(const AddParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::add, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto ping(const PingParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->notify(methods::ping, params, options, std::forward<Token>(token));
  }

 private:
  clamator::client* client_;
};

}  // namespace arith
