// The part of value_fit that looks at values without values in them.
#include <algorithm>
#include <cmath>

#include "document/scalar_value.hpp"
#include "document/value_fit.hpp"

namespace clamator::codegen {
namespace {

namespace json = boost::json;

std::optional<misfit> expected(const std::string& what, const json::value& value, const std::string& where) {
  return misfit{where, "expected " + what + ", found " + shown(value)};
}

// As JavaScript counts: a character beyond U+FFFF is two.
std::size_t code_units(const json::string& text) {
  std::size_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) != 0x80) units += byte >= 0xF0 ? 2 : 1;
  }
  return units;
}

// Decimal steps such as 0.1 have no exact double, so a quotient near a whole number is one.
bool is_multiple(double value, double step) {
  const double quotient = value / step;
  return std::abs(quotient - std::round(quotient)) <= 1e-9 * std::max(1.0, std::abs(quotient));
}

}  // namespace

value_fit::found value_fit::fit(const json::value& value, const string_type& type, const std::string& where) {
  if (!value.is_string()) return expected("a string", value, where);
  const auto units = code_units(value.get_string());
  if (type.min_length && units < *type.min_length) {
    return expected("a string of " + std::to_string(*type.min_length) + " characters or more", value, where);
  }
  if (type.max_length && units > *type.max_length) {
    return expected("a string of " + std::to_string(*type.max_length) + " characters or fewer", value, where);
  }
  return std::nullopt;
}

value_fit::found value_fit::fit(const json::value& value, const number_type& type, const std::string& where) {
  if (!value.is_number()) return expected("a number", value, where);
  const double number = number_of(value);
  if (type.integer && number != std::floor(number)) return expected("an integer", value, where);
  const auto refused = [&](const char* what, const json::value& bound) {
    return expected(std::string("a number ") + what + ' ' + shown(bound), value, where);
  };
  if (type.minimum && number < number_of(*type.minimum)) return refused("from", *type.minimum);
  if (type.exclusive_minimum && number <= number_of(*type.exclusive_minimum)) {
    return refused("above", *type.exclusive_minimum);
  }
  if (type.maximum && number > number_of(*type.maximum)) return refused("up to", *type.maximum);
  if (type.exclusive_maximum && number >= number_of(*type.exclusive_maximum)) {
    return refused("below", *type.exclusive_maximum);
  }
  for (const auto& step : type.multiple_of) {
    if (!is_multiple(number, number_of(step))) return refused("that is a multiple of", step);
  }
  return std::nullopt;
}

value_fit::found value_fit::fit(const json::value& value, const boolean_type&, const std::string& where) {
  return value.is_bool() ? std::nullopt : expected("a boolean", value, where);
}

value_fit::found value_fit::fit(const json::value& value, const null_type&, const std::string& where) {
  return value.is_null() ? std::nullopt : expected("null", value, where);
}

value_fit::found value_fit::fit(const json::value&, const any_type&, const std::string&) {
  return std::nullopt;
}

value_fit::found value_fit::fit(const json::value& value, const literal_type& type,
                                const std::string& where) {
  return same_scalar(value, type.value) ? std::nullopt : expected(shown(type.value), value, where);
}

value_fit::found value_fit::fit(const json::value& value, const enum_type& type, const std::string& where) {
  const auto same = [&](const enum_member& member) { return same_scalar(value, member.value); };
  if (std::ranges::any_of(type.members, same)) return std::nullopt;
  return misfit{where, "the enum has no value " + shown(value)};
}

}  // namespace clamator::codegen
