// Made by clamator-codegen from the contract of shared; changes are lost.
#include "shared.hpp"

#include <clamator/generated/codecs.hpp>

namespace shared {

constexpr auto describe_enum(clamator::type<Country>) {
  return clamator::enumerators<Country>({
      {Country::at, "at"},
      {Country::de, "de"},
      {Country::ch, "ch"},
  });
}

constexpr auto describe_fields(clamator::type<Address>) {
  return clamator::fields<Address>(
      clamator::field("street", &Address::street),
      clamator::field("zip", &Address::zip, clamator::max_length(10)),
      clamator::field("country", &Address::country),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<PaymentCard>) {
  return clamator::fields<PaymentCard>(
      clamator::constant("by", "card"),
      clamator::field(
          "last4",
          &PaymentCard::last4,
          clamator::min_length(4),
          clamator::max_length(4)),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<PaymentInvoice>) {
  return clamator::fields<PaymentInvoice>(
      clamator::constant("by", "invoice"),
      clamator::field("to", &PaymentInvoice::to),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_options(clamator::type<Payment>) {
  return clamator::by_tag(
      "by",
      clamator::tagged_option<PaymentCard>("card"),
      clamator::tagged_option<PaymentInvoice>("invoice"));
}

constexpr auto describe_fields(clamator::type<Period>) {
  return clamator::fields<Period>(
      clamator::field("from", &Period::from),
      clamator::field("to", &Period::to),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<PlaceOrderParamsLinesItem>) {
  return clamator::fields<PlaceOrderParamsLinesItem>(
      clamator::field("sku", &PlaceOrderParamsLinesItem::sku),
      clamator::field("count", &PlaceOrderParamsLinesItem::count, clamator::exclusive_minimum(0)),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<PlaceOrderResult>) {
  return clamator::fields<PlaceOrderResult>(
      clamator::field("id", &PlaceOrderResult::id),
      clamator::field("lines", &PlaceOrderResult::lines),
      clamator::field("shipTo", &PlaceOrderResult::ship_to),
      clamator::field("billTo", &PlaceOrderResult::bill_to, clamator::nullable, clamator::required),
      clamator::field("payment", &PlaceOrderResult::payment),
      clamator::field("delivery", &PlaceOrderResult::delivery),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<PlaceOrderParams>) {
  return clamator::fields<PlaceOrderParams>(
      clamator::field("lines", &PlaceOrderParams::lines),
      clamator::field("shipTo", &PlaceOrderParams::ship_to),
      clamator::field("billTo", &PlaceOrderParams::bill_to, clamator::nullable, clamator::required),
      clamator::field("payment", &PlaceOrderParams::payment),
      clamator::field("delivery", &PlaceOrderParams::delivery),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<ChangeLineParams>) {
  return clamator::fields<ChangeLineParams>(
      clamator::field("id", &ChangeLineParams::id),
      clamator::field("line", &ChangeLineParams::line),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_options(clamator::type<PayParamsRefund>) {
  return clamator::first_match(clamator::option<Payment>(), clamator::option<std::string>());
}

constexpr auto describe_fields(clamator::type<PayParams>) {
  return clamator::fields<PayParams>(
      clamator::field("id", &PayParams::id),
      clamator::field("payment", &PayParams::payment),
      clamator::field("refund", &PayParams::refund),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<PayResult>) {
  return clamator::fields<PayResult>(
      clamator::field("paid", &PayResult::paid),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<ShipsToParams>) {
  return clamator::fields<ShipsToParams>(
      clamator::field("country", &ShipsToParams::country),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_wrapped(clamator::type<ShipsToResult>) {
  return clamator::wraps(&ShipsToResult::value);
}

constexpr auto describe_fields(clamator::type<MovedParamsFrom>) {
  return clamator::fields<MovedParamsFrom>(
      clamator::field("street", &MovedParamsFrom::street),
      clamator::field("zip", &MovedParamsFrom::zip, clamator::max_length(10)),
      clamator::field("country", &MovedParamsFrom::country),
      clamator::unknown_keys::ignore);
}

constexpr auto describe_fields(clamator::type<MovedParams>) {
  return clamator::fields<MovedParams>(
      clamator::field("from", &MovedParams::from),
      clamator::field("to", &MovedParams::to),
      clamator::unknown_keys::ignore);
}

std::string_view to_string(Country value) noexcept {
  switch (value) {
    case Country::at: return "at";
    case Country::de: return "de";
    case Country::ch: return "ch";
  }
  return {};
}

Address::Address(std::string given_street, std::string given_zip, Country given_country)
    : street(std::move(given_street)),
      zip(std::move(given_zip)),
      country(given_country) {}

PaymentCard::PaymentCard(std::string given_last4)
    : last4(std::move(given_last4)) {}

PaymentInvoice::PaymentInvoice(Address given_to)
    : to(std::move(given_to)) {}

Period::Period(double given_from, double given_to)
    : from(given_from),
      to(given_to) {}

PlaceOrderParamsLinesItem::PlaceOrderParamsLinesItem(
    std::string given_sku,
    std::int64_t given_count)
    : sku(std::move(given_sku)),
      count(given_count) {}

PlaceOrderResult::PlaceOrderResult(
    std::string given_id,
    std::vector<PlaceOrderParamsLinesItem> given_lines,
    Address given_ship_to,
    std::optional<Address> given_bill_to,
    Payment given_payment)
    : id(std::move(given_id)),
      lines(std::move(given_lines)),
      ship_to(std::move(given_ship_to)),
      bill_to(std::move(given_bill_to)),
      payment(std::move(given_payment)) {}

PlaceOrderParams::PlaceOrderParams(
    std::vector<PlaceOrderParamsLinesItem> given_lines,
    Address given_ship_to,
    std::optional<Address> given_bill_to,
    Payment given_payment)
    : lines(std::move(given_lines)),
      ship_to(std::move(given_ship_to)),
      bill_to(std::move(given_bill_to)),
      payment(std::move(given_payment)) {}

ChangeLineParams::ChangeLineParams(std::string given_id, PlaceOrderParamsLinesItem given_line)
    : id(std::move(given_id)),
      line(std::move(given_line)) {}

PayParams::PayParams(std::string given_id, Payment given_payment, PayParamsRefund given_refund)
    : id(std::move(given_id)),
      payment(std::move(given_payment)),
      refund(std::move(given_refund)) {}

PayResult::PayResult(bool given_paid)
    : paid(given_paid) {}

ShipsToParams::ShipsToParams(Country given_country)
    : country(given_country) {}

ShipsToResult::ShipsToResult(bool given) : value(given) {}

MovedParamsFrom::MovedParamsFrom(
    std::string given_street,
    std::string given_zip,
    Country given_country)
    : street(std::move(given_street)),
      zip(std::move(given_zip)),
      country(given_country) {}

MovedParams::MovedParams(MovedParamsFrom given_from, Address given_to)
    : from(std::move(given_from)),
      to(std::move(given_to)) {}

SharedService::~SharedService() = default;

const clamator::contract<SharedService> shared_contract(
    "shared",
    clamator::handles(methods::place_order, &SharedService::place_order),
    clamator::handles(methods::change_line, &SharedService::change_line),
    clamator::handles(methods::pay, &SharedService::pay),
    clamator::handles(methods::ships_to, &SharedService::ships_to),
    clamator::handles(methods::moved, &SharedService::moved));

}  // namespace shared

CLAMATOR_GENERATED_CODEC_BODY(shared::Country)
CLAMATOR_GENERATED_CODEC_BODY(shared::Address)
CLAMATOR_GENERATED_CODEC_BODY(shared::PaymentCard)
CLAMATOR_GENERATED_CODEC_BODY(shared::PaymentInvoice)
CLAMATOR_GENERATED_CODEC_BODY(shared::Payment)
CLAMATOR_GENERATED_CODEC_BODY(shared::Period)
CLAMATOR_GENERATED_CODEC_BODY(shared::PlaceOrderParamsLinesItem)
CLAMATOR_GENERATED_CODEC_BODY(shared::PlaceOrderResult)
CLAMATOR_GENERATED_CODEC_BODY(shared::PlaceOrderParams)
CLAMATOR_GENERATED_CODEC_BODY(shared::ChangeLineParams)
CLAMATOR_GENERATED_CODEC_BODY(shared::PayParamsRefund)
CLAMATOR_GENERATED_CODEC_BODY(shared::PayParams)
CLAMATOR_GENERATED_CODEC_BODY(shared::PayResult)
CLAMATOR_GENERATED_CODEC_BODY(shared::ShipsToParams)
CLAMATOR_GENERATED_CODEC_BODY(shared::ShipsToResult)
CLAMATOR_GENERATED_CODEC_BODY(shared::MovedParamsFrom)
CLAMATOR_GENERATED_CODEC_BODY(shared::MovedParams)
