// Made by clamator-codegen from the contract of scalars; changes are lost.
#pragma once

#include <clamator/generated.hpp>

static_assert(clamator::generated::abi == 1,
              "this file was made by another version of clamator-codegen: generate it again");

namespace scalars {

// scalars.read params
class ReadParams {
 public:
  ReadParams() = default;
  ReadParams(std::string sensor);

  // The name on its label
  std::string sensor;
};

// scalars.read result
// One reading of a sensor
class ReadResult {
 public:
  ReadResult() = default;
  ReadResult(
      std::string label,
      double value,
      bool valid,
      std::nullptr_t nothing,
      std::nullptr_t null_literal);

  std::string label;
  double value{};
  bool valid{};
  std::nullptr_t nothing{};
  std::nullptr_t null_literal{};
  std::optional<boost::json::value> raw;
  std::optional<boost::json::value> extra;
};

// scalars.count params
class CountParams {
 public:
  CountParams() = default;
};

// scalars.count result
class CountResult {
 public:
  CountResult() = default;
  CountResult(std::int64_t value);

  std::int64_t value{};
};

// scalars.isReady params
class IsReadyParams {
 public:
  IsReadyParams() = default;
};

// scalars.isReady result
class IsReadyResult {
 public:
  IsReadyResult() = default;
  IsReadyResult(bool value);

  bool value{};
};

// scalars.describe params
class DescribeParams {
 public:
  DescribeParams() = default;
};

// scalars.describe result
class DescribeResult {
 public:
  DescribeResult() = default;
  DescribeResult(std::string value);

  std::string value;
};

// scalars.clear params
class ClearParams {
 public:
  ClearParams() = default;
};

// scalars.clear result
class ClearResult {
 public:
  ClearResult() = default;
  ClearResult(std::nullptr_t value);

  std::nullptr_t value{};
};

}  // namespace scalars

CLAMATOR_GENERATED_CODEC(scalars::ReadParams);
CLAMATOR_GENERATED_CODEC(scalars::ReadResult);
CLAMATOR_GENERATED_CODEC(scalars::CountParams);
CLAMATOR_GENERATED_CODEC(scalars::CountResult);
CLAMATOR_GENERATED_CODEC(scalars::IsReadyParams);
CLAMATOR_GENERATED_CODEC(scalars::IsReadyResult);
CLAMATOR_GENERATED_CODEC(scalars::DescribeParams);
CLAMATOR_GENERATED_CODEC(scalars::DescribeResult);
CLAMATOR_GENERATED_CODEC(scalars::ClearParams);
CLAMATOR_GENERATED_CODEC(scalars::ClearResult);

namespace scalars {

// The methods one by one, for clamator::client::call() and clamator::service::handle().
namespace methods {
inline constexpr clamator::method<ReadParams, ReadResult> read{"scalars.read"};
inline constexpr clamator::method<CountParams, CountResult> count{"scalars.count"};
inline constexpr clamator::method<IsReadyParams, IsReadyResult> is_ready{"scalars.isReady"};
inline constexpr clamator::method<DescribeParams, DescribeResult> describe{"scalars.describe"};
inline constexpr clamator::method<ClearParams, ClearResult> clear{"scalars.clear"};
}  // namespace methods

// What a server of scalars implements; each may also be a plain coroutine of a derived class.
class ScalarsService {
 public:
  ScalarsService() = default;
  virtual ~ScalarsService();

  virtual boost::asio::awaitable<ReadResult> read(ReadParams params, clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<CountResult> count(CountParams params, clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<IsReadyResult> is_ready(
      IsReadyParams params,
      clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<DescribeResult> describe(
      DescribeParams params,
      clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<ClearResult> clear(ClearParams params, clamator::call_context& context) = 0;

 protected:
  ScalarsService(const ScalarsService&) = default;
  ScalarsService& operator=(const ScalarsService&) = default;
};

// For clamator::server::register_service().
extern const clamator::contract<ScalarsService> scalars_contract;

// Calls scalars. Keeps a reference: the client must outlive it. Options, completion tokens, errors and
// cancellation are those of clamator::client's call() and notify().
class ScalarsClient {
 public:
  explicit ScalarsClient(clamator::client& client) noexcept : client_(&client) {}

  template <class Token = clamator::default_token>
  auto read(const ReadParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::read, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto count(const CountParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::count, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto is_ready(const IsReadyParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::is_ready, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto describe(const DescribeParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::describe, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto clear(const ClearParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::clear, params, options, std::forward<Token>(token));
  }

 private:
  clamator::client* client_;
};

}  // namespace scalars
