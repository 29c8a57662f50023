// Made by clamator-codegen from the contract of numbers; changes are lost.
#pragma once

#include <clamator/generated.hpp>

static_assert(clamator::generated::abi == 1,
              "this file was made by another version of clamator-codegen: generate it again");

namespace numbers {

// numbers.bound params
class BoundParams {
 public:
  BoundParams() = default;
  BoundParams(
      double percent,
      double above,
      double below,
      double between,
      double positive,
      double negative,
      double nonnegative,
      double nonpositive,
      double finite,
      double safe,
      double strictest);

  double percent{};
  double above{};
  double below{};
  double between{};
  double positive{};
  double negative{};
  double nonnegative{};
  double nonpositive{};
  double finite{};
  double safe{};
  double strictest{};
};

// numbers.bound result
class BoundResult {
 public:
  BoundResult() = default;
  BoundResult(double value);

  double value{};
};

// numbers.step params
class StepParams {
 public:
  StepParams() = default;
  StepParams(std::int64_t count, std::int64_t port, double even, double cents, std::int64_t sixes);

  std::int64_t count{};
  std::int64_t port{};
  double even{};
  double cents{};
  std::int64_t sixes{};
};

// numbers.step result
class StepResult {
 public:
  StepResult() = default;
  StepResult(std::int64_t value);

  std::int64_t value{};
};

// numbers.piped params
class PipedParams {
 public:
  PipedParams() = default;
  PipedParams(std::int64_t value);

  std::int64_t value{};
};

// numbers.piped result
class PipedResult {
 public:
  PipedResult() = default;
  PipedResult(double value);

  double value{};
};

}  // namespace numbers

CLAMATOR_GENERATED_CODEC(numbers::BoundParams);
CLAMATOR_GENERATED_CODEC(numbers::BoundResult);
CLAMATOR_GENERATED_CODEC(numbers::StepParams);
CLAMATOR_GENERATED_CODEC(numbers::StepResult);
CLAMATOR_GENERATED_CODEC(numbers::PipedParams);
CLAMATOR_GENERATED_CODEC(numbers::PipedResult);

namespace numbers {

// The methods one by one, for clamator::client::call() and clamator::service::handle().
namespace methods {
inline constexpr clamator::method<BoundParams, BoundResult> bound{"numbers.bound"};
inline constexpr clamator::method<StepParams, StepResult> step{"numbers.step"};
inline constexpr clamator::method<PipedParams, PipedResult> piped{"numbers.piped"};
}  // namespace methods

// What a server of numbers implements; each may also be a plain coroutine of a derived class.
class NumbersService {
 public:
  NumbersService() = default;
  virtual ~NumbersService();

  virtual boost::asio::awaitable<BoundResult> bound(BoundParams params, clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<StepResult> step(StepParams params, clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<PipedResult> piped(PipedParams params, clamator::call_context& context) = 0;

 protected:
  NumbersService(const NumbersService&) = default;
  NumbersService& operator=(const NumbersService&) = default;
};

// For clamator::server::register_service().
extern const clamator::contract<NumbersService> numbers_contract;

// Calls numbers. Keeps a reference: the client must outlive it. Options, completion tokens, errors and
// cancellation are those of clamator::client's call() and notify().
class NumbersClient {
 public:
  explicit NumbersClient(clamator::client& client) noexcept : client_(&client) {}

  template <class Token = clamator::default_token>
  auto bound(const BoundParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::bound, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto step(const StepParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::step, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto piped(const PipedParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::piped, params, options, std::forward<Token>(token));
  }

 private:
  clamator::client* client_;
};

}  // namespace numbers
