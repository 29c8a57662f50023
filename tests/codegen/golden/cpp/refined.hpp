// Made by clamator-codegen from the contract of refined; changes are lost.
#pragma once

#include <clamator/generated.hpp>

static_assert(clamator::generated::abi == 1,
              "this file was made by another version of clamator-codegen: generate it again");

namespace refined {

// refined.check params.range
class CheckParamsRange {
 public:
  CheckParamsRange() = default;
  CheckParamsRange(double low, double high);

  double low{};
  double high{};
};

// refined.check params
class CheckParams {
 public:
  CheckParams() = default;
  CheckParams(
      std::string password,
      CheckParamsRange range,
      std::vector<double> both,
      boost::json::value anything);

  // also refined in the contract (refine), which only Zod runs
  std::string password;
  // also refined in the contract (superRefine), which only Zod runs
  CheckParamsRange range;
  // also refined in the contract (refine), which only Zod runs
  std::optional<double> optional;
  // also refined in the contract (refine, superRefine), which only Zod runs
  std::vector<double> both;
  // also refined in the contract (refine), which only Zod runs
  boost::json::value anything;
};

// refined.check result
// also refined in the contract (refine), which only Zod runs
class CheckResult {
 public:
  CheckResult() = default;
  CheckResult(bool ok);

  bool ok{};
};

}  // namespace refined

CLAMATOR_GENERATED_CODEC(refined::CheckParamsRange);
CLAMATOR_GENERATED_CODEC(refined::CheckParams);
CLAMATOR_GENERATED_CODEC(refined::CheckResult);

namespace refined {

// The methods one by one, for clamator::client::call() and clamator::service::handle().
namespace methods {
inline constexpr clamator::method<CheckParams, CheckResult> check{"refined.check"};
}  // namespace methods

// What a server of refined implements; each may also be a plain coroutine of a derived class.
class RefinedService {
 public:
  RefinedService() = default;
  virtual ~RefinedService();

  virtual boost::asio::awaitable<CheckResult> check(CheckParams params, clamator::call_context& context) = 0;

 protected:
  RefinedService(const RefinedService&) = default;
  RefinedService& operator=(const RefinedService&) = default;
};

// For clamator::server::register_service().
extern const clamator::contract<RefinedService> refined_contract;

// Calls refined. Keeps a reference: the client must outlive it. Options, completion tokens, errors and
// cancellation are those of clamator::client's call() and notify().
class RefinedClient {
 public:
  explicit RefinedClient(clamator::client& client) noexcept : client_(&client) {}

  template <class Token = clamator::default_token>
  auto check(const CheckParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::check, params, options, std::forward<Token>(token));
  }

 private:
  clamator::client* client_;
};

}  // namespace refined
