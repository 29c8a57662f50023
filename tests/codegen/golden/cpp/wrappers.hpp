// Made by clamator-codegen from the contract of wrappers; changes are lost.
#pragma once

#include <clamator/generated.hpp>

static_assert(clamator::generated::abi == 1,
              "this file was made by another version of clamator-codegen: generate it again");

namespace wrappers {

// wrappers.wrap params.defaultObject
class WrapParamsDefaultObject {
 public:
  WrapParamsDefaultObject() = default;

  std::int64_t retries = 3;
  bool verbose = false;
};

// wrappers.wrap params
class WrapParams {
 public:
  WrapParams();
  WrapParams(
      std::optional<std::string> nullable,
      std::string branded,
      std::vector<double> readonly,
      std::string unwrapped);

  std::optional<std::string> optional;
  std::optional<std::string> nullable;
  std::optional<std::string> nullish;
  double with_default = 10.0;
  std::string default_text = "none";
  std::vector<std::string> default_list;
  WrapParamsDefaultObject default_object;
  std::optional<std::string> default_null = std::nullopt;
  std::optional<double> nullable_default = 1.0;
  std::optional<double> optional_default;
  double default_optional = 2.0;
  std::optional<std::string> nullable_optional;
  std::string branded;
  std::optional<std::string> branded_optional;
  std::vector<double> readonly;
  std::string unwrapped;
  // What it is
  std::optional<std::string> described;
  // What it is here
  std::optional<std::string> described_outside;
};

// wrappers.wrap result
class WrapResult {
 public:
  WrapResult() = default;
  WrapResult(std::string id);

  std::string id;
  std::optional<std::vector<std::string>> tags;
};

// wrappers.find params
class FindParams {
 public:
  FindParams() = default;
  FindParams(std::string id);

  std::string id;
};

// wrappers.find result
class FindResultValue {
 public:
  FindResultValue() = default;
  FindResultValue(std::string name);

  std::string name;
};

// wrappers.find result
class FindResult {
 public:
  FindResult() = default;
  FindResult(std::optional<FindResultValue> value);

  std::optional<FindResultValue> value;
};

}  // namespace wrappers

CLAMATOR_GENERATED_CODEC(wrappers::WrapParamsDefaultObject);
CLAMATOR_GENERATED_CODEC(wrappers::WrapParams);
CLAMATOR_GENERATED_CODEC(wrappers::WrapResult);
CLAMATOR_GENERATED_CODEC(wrappers::FindParams);
CLAMATOR_GENERATED_CODEC(wrappers::FindResultValue);
CLAMATOR_GENERATED_NULLABLE_CODEC(wrappers::FindResult);

namespace wrappers {

// The methods one by one, for clamator::client::call() and clamator::service::handle().
namespace methods {
inline constexpr clamator::method<WrapParams, WrapResult> wrap{"wrappers.wrap"};
inline constexpr clamator::method<FindParams, FindResult> find{"wrappers.find"};
}  // namespace methods

// What a server of wrappers implements; each may also be a plain coroutine of a derived class.
class WrappersService {
 public:
  WrappersService() = default;
  virtual ~WrappersService();

  virtual boost::asio::awaitable<WrapResult> wrap(WrapParams params, clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<FindResult> find(FindParams params, clamator::call_context& context) = 0;

 protected:
  WrappersService(const WrappersService&) = default;
  WrappersService& operator=(const WrappersService&) = default;
};

// For clamator::server::register_service().
extern const clamator::contract<WrappersService> wrappers_contract;

// Calls wrappers. Keeps a reference: the client must outlive it. Options, completion tokens, errors and
// cancellation are those of clamator::client's call() and notify().
class WrappersClient {
 public:
  explicit WrappersClient(clamator::client& client) noexcept : client_(&client) {}

  template <class Token = clamator::default_token>
  auto wrap(const WrapParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::wrap, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto find(const FindParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::find, params, options, std::forward<Token>(token));
  }

 private:
  clamator::client* client_;
};

}  // namespace wrappers
