// Made by clamator-codegen from the contract of shared; changes are lost.
#pragma once

#include <clamator/generated.hpp>

static_assert(clamator::generated::abi == 1,
              "this file was made by another version of clamator-codegen: generate it again");

namespace shared {

// types.Country
enum class Country {
  at,
  de,
  ch,
};
// As on the wire; empty where the value is none of these.
std::string_view to_string(Country value) noexcept;

// types.Address
// Where something is sent to
class Address {
 public:
  Address() = default;
  Address(std::string street, std::string zip, Country country);

  std::string street;
  std::string zip;
  Country country{};
};

// types.Payment|1
class PaymentCard {
 public:
  PaymentCard() = default;
  PaymentCard(std::string last4);

  std::string last4;
};

// types.Payment|2
class PaymentInvoice {
 public:
  PaymentInvoice() = default;
  PaymentInvoice(Address to);

  Address to;
};

// types.Payment
class Payment : public std::variant<PaymentCard, PaymentInvoice> {
 public:
  using variant::variant;
};

// types.Period
class Period {
 public:
  Period() = default;
  Period(double from, double to);

  double from{};
  double to{};
};

// types.PlaceOrderParamsLinesItem
class PlaceOrderParamsLinesItem {
 public:
  PlaceOrderParamsLinesItem() = default;
  PlaceOrderParamsLinesItem(std::string sku, std::int64_t count);

  std::string sku;
  std::int64_t count{};
};

// types.PlaceOrderResult
class PlaceOrderResult {
 public:
  PlaceOrderResult() = default;
  PlaceOrderResult(
      std::string id,
      std::vector<PlaceOrderParamsLinesItem> lines,
      Address ship_to,
      std::optional<Address> bill_to,
      Payment payment);

  std::string id;
  std::vector<PlaceOrderParamsLinesItem> lines;
  Address ship_to;
  std::optional<Address> bill_to;
  Payment payment;
  // also refined in the contract (refine), which only Zod runs
  std::optional<Period> delivery;
};

// shared.placeOrder params
class PlaceOrderParams {
 public:
  PlaceOrderParams() = default;
  PlaceOrderParams(
      std::vector<PlaceOrderParamsLinesItem> lines,
      Address ship_to,
      std::optional<Address> bill_to,
      Payment payment);

  std::vector<PlaceOrderParamsLinesItem> lines;
  Address ship_to;
  std::optional<Address> bill_to;
  Payment payment;
  // also refined in the contract (refine), which only Zod runs
  std::optional<Period> delivery;
};

// shared.changeLine params
class ChangeLineParams {
 public:
  ChangeLineParams() = default;
  ChangeLineParams(std::string id, PlaceOrderParamsLinesItem line);

  std::string id;
  PlaceOrderParamsLinesItem line;
};

// shared.changeLine result
using ChangeLineResult = PlaceOrderResult;

// shared.pay params.refund
class PayParamsRefund : public std::variant<Payment, std::string> {
 public:
  using variant::variant;
};

// shared.pay params
class PayParams {
 public:
  PayParams() = default;
  PayParams(std::string id, Payment payment, PayParamsRefund refund);

  std::string id;
  Payment payment;
  PayParamsRefund refund;
};

// shared.pay result
class PayResult {
 public:
  PayResult() = default;
  PayResult(bool paid);

  bool paid{};
};

// shared.shipsTo params
class ShipsToParams {
 public:
  ShipsToParams() = default;
  ShipsToParams(Country country);

  Country country{};
};

// shared.shipsTo result
class ShipsToResult {
 public:
  ShipsToResult() = default;
  ShipsToResult(bool value);

  bool value{};
};

// shared.moved params.from
// The old one
class MovedParamsFrom {
 public:
  MovedParamsFrom() = default;
  MovedParamsFrom(std::string street, std::string zip, Country country);

  std::string street;
  std::string zip;
  Country country{};
};

// shared.moved params
class MovedParams {
 public:
  MovedParams() = default;
  MovedParams(MovedParamsFrom from, Address to);

  MovedParamsFrom from;
  Address to;
};

}  // namespace shared

CLAMATOR_GENERATED_CODEC(shared::Country);
CLAMATOR_GENERATED_CODEC(shared::Address);
CLAMATOR_GENERATED_CODEC(shared::PaymentCard);
CLAMATOR_GENERATED_CODEC(shared::PaymentInvoice);
CLAMATOR_GENERATED_CODEC(shared::Payment);
CLAMATOR_GENERATED_CODEC(shared::Period);
CLAMATOR_GENERATED_CODEC(shared::PlaceOrderParamsLinesItem);
CLAMATOR_GENERATED_CODEC(shared::PlaceOrderResult);
CLAMATOR_GENERATED_CODEC(shared::PlaceOrderParams);
CLAMATOR_GENERATED_CODEC(shared::ChangeLineParams);
CLAMATOR_GENERATED_CODEC(shared::PayParamsRefund);
CLAMATOR_GENERATED_CODEC(shared::PayParams);
CLAMATOR_GENERATED_CODEC(shared::PayResult);
CLAMATOR_GENERATED_CODEC(shared::ShipsToParams);
CLAMATOR_GENERATED_CODEC(shared::ShipsToResult);
CLAMATOR_GENERATED_CODEC(shared::MovedParamsFrom);
CLAMATOR_GENERATED_CODEC(shared::MovedParams);

namespace shared {

// The methods one by one, for clamator::client::call() and clamator::service::handle().
namespace methods {
inline constexpr clamator::method<PlaceOrderParams, PlaceOrderResult> place_order{"shared.placeOrder"};
inline constexpr clamator::method<ChangeLineParams, ChangeLineResult> change_line{"shared.changeLine"};
inline constexpr clamator::method<PayParams, PayResult> pay{"shared.pay"};
inline constexpr clamator::method<ShipsToParams, ShipsToResult> ships_to{"shared.shipsTo"};
inline constexpr clamator::notification<MovedParams> moved{"shared.moved"};
}  // namespace methods

// What a server of shared implements; each may also be a plain coroutine of a derived class.
class SharedService {
 public:
  SharedService() = default;
  virtual ~SharedService();

  virtual boost::asio::awaitable<PlaceOrderResult> place_order(
      PlaceOrderParams params,
      clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<ChangeLineResult> change_line(
      ChangeLineParams params,
      clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<PayResult> pay(PayParams params, clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<ShipsToResult> ships_to(
      ShipsToParams params,
      clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<void> moved(MovedParams params, clamator::call_context& context) = 0;

 protected:
  SharedService(const SharedService&) = default;
  SharedService& operator=(const SharedService&) = default;
};

// For clamator::server::register_service().
extern const clamator::contract<SharedService> shared_contract;

// Calls shared. Keeps a reference: the client must outlive it. Options, completion tokens, errors and
// cancellation are those of clamator::client's call() and notify().
class SharedClient {
 public:
  explicit SharedClient(clamator::client& client) noexcept : client_(&client) {}

  template <class Token = clamator::default_token>
  auto place_order(const PlaceOrderParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::place_order, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto change_line(const ChangeLineParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::change_line, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto pay(const PayParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::pay, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto ships_to(const ShipsToParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::ships_to, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto moved(const MovedParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->notify(methods::moved, params, options, std::forward<Token>(token));
  }

 private:
  clamator::client* client_;
};

}  // namespace shared
