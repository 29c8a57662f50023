#include <algorithm>
#include <cmath>
#include <optional>

#include "document/checks.hpp"
#include "document/place.hpp"
#include "document/scalar_value.hpp"
#include "document/walk.hpp"

namespace clamator::codegen {
namespace {

namespace json = boost::json;

void check_order(const std::optional<std::uint64_t>& least, const std::optional<std::uint64_t>& most,
                 const std::string& of, const std::string& place, report& to) {
  if (!least || !most || *least <= *most) return;
  to.error(place, "min" + of + ' ' + std::to_string(*least) + " is above max" + of + ' ' +
                      std::to_string(*most) + ", so no value fits: change one of them in the contract");
}

// A bound of a number, and what the document calls it.
struct bound {
  const char* name;
  const std::optional<json::value>& value;
  bool exclusive;
};

bool exclude(const bound& low, const bound& high, bool integer) {
  double least = number_of(*low.value);
  double most = number_of(*high.value);
  if (!integer) return least > most || (least == most && (low.exclusive || high.exclusive));
  least = low.exclusive ? std::floor(least) + 1 : std::ceil(least);
  most = high.exclusive ? std::ceil(most) - 1 : std::floor(most);
  return least > most;
}

void check_number(const number_type& of, const std::string& place, report& to) {
  const bound lows[] = {{"minimum", of.minimum, false}, {"exclusiveMinimum", of.exclusive_minimum, true}};
  const bound highs[] = {{"maximum", of.maximum, false}, {"exclusiveMaximum", of.exclusive_maximum, true}};
  for (const auto& low : lows) {
    for (const auto& high : highs) {
      if (!low.value || !high.value || !exclude(low, high, of.integer)) continue;
      to.error(place, std::string("no ") + (of.integer ? "integer" : "number") + " is within " + low.name +
                          ' ' + shown(*low.value) + " and " + high.name + ' ' + shown(*high.value) +
                          ": change one of them in the contract");
    }
  }
  for (const auto& step : of.multiple_of) {
    if (number_of(step) != 0) continue;
    to.error(place, "nothing is a multiple of 0: change multipleOf in the contract");
  }
}

void check_enum(const enum_type& of, const std::string& place, report& to) {
  if (of.members.empty())
    to.error(place, "an enum without members allows no value: give it one in the contract");
  for (auto each = of.members.begin(); each != of.members.end(); ++each) {
    const auto same_value = [&](const enum_member& other) { return same_scalar(other.value, each->value); };
    const auto same_name = [&](const enum_member& other) { return other.name == each->name; };
    if (std::any_of(of.members.begin(), each, same_value)) {
      to.error(place, "the enum has the value " + shown(each->value) + " twice: take one of the two out");
    }
    if (!each->name.empty() && std::any_of(of.members.begin(), each, same_name)) {
      to.error(place,
               "the enum has two members named " + place::in_quotes(each->name) + ": rename one of them");
    }
  }
}

}  // namespace

void check_bounds(const contract& of, report& to) {
  walk(of, [&](const node& each, const std::string& place) {
    if (const auto* text = as<string_type>(each)) {
      check_order(text->min_length, text->max_length, "Length", place, to);
    }
    if (const auto* array = as<array_type>(each)) {
      check_order(array->min_items, array->max_items, "Items", place, to);
    }
    if (const auto* number = as<number_type>(each)) check_number(*number, place, to);
  });
}

void check_enums(const contract& of, report& to) {
  walk(of, [&](const node& each, const std::string& place) {
    if (const auto* values = as<enum_type>(each)) check_enum(*values, place, to);
  });
}

}  // namespace clamator::codegen
