// Dates, times and durations of ISO 8601, as far as contracts have them.
#include <clamator/generated/format.hpp>

#include "generated/format/scanner.hpp"

namespace clamator::detail {
namespace {

int days_of(int year, int month) noexcept {
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  if (month == 2) return leap ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

bool take_date(scanner& in) noexcept {
  const int year = in.take_number(4, 9999);
  if (year < 0 || !in.take('-')) return false;
  const int month = in.take_number(2, 12);
  if (month < 1 || !in.take('-')) return false;
  return in.take_number(2, days_of(year, month)) >= 1;
}

// Behind the colon. Where nothing is said about decimals there may be any number of them.
bool take_seconds(scanner& in, std::optional<int> precision) noexcept {
  if (in.take_number(2, 59) < 0) return false;
  if (precision == 0) return true;
  if (!in.take('.')) return !precision;
  if (!precision) return !in.take_while(is_digit).empty();
  for (int i = 0; i < *precision; ++i) {
    if (in.take_number(1, 9) < 0) return false;
  }
  return true;
}

// Seconds may be missing unless they must have decimals. Zod takes those more than once.
bool take_time(scanner& in, std::optional<int> precision) noexcept {
  if (in.take_number(2, 23) < 0 || !in.take(':') || in.take_number(2, 59) < 0) return false;
  const bool decimals = precision.value_or(0) != 0;
  if (!in.take(':')) return !decimals;
  do {
    if (!take_seconds(in, precision)) return false;
  } while (decimals && in.take(':'));
  return true;
}

bool take_offset(scanner& in) noexcept {
  if (!in.take_any_of("+-") || in.take_number(2, 99) < 0) return false;
  in.take(':');
  return in.take_number(2, 99) >= 0;
}

// Amounts with these units, in this order, each at most once. Only the very last one has decimals.
bool take_amounts(scanner& in, std::string_view units) noexcept {
  while (!in.done() && in.rest().front() != 'T') {
    in.take_any_of("+-");
    if (in.take_while(is_digit).empty()) return false;
    const bool decimals = in.take_any_of(".,");
    if (decimals && in.take_while(is_digit).empty()) return false;
    const std::size_t unit = in.done() ? std::string_view::npos : units.find(in.rest().front());
    if (unit == std::string_view::npos) return false;
    in.take(units[unit]);
    units.remove_prefix(unit + 1);
    if (decimals && !in.done()) return false;
  }
  return true;
}

}  // namespace

bool is_date(std::string_view text) noexcept {
  scanner in(text);
  return take_date(in) && in.done();
}

bool is_time(std::string_view text, std::optional<int> precision) noexcept {
  scanner in(text);
  return take_time(in, precision) && in.done();
}

bool is_datetime(std::string_view text, bool offset, bool local, std::optional<int> precision) noexcept {
  scanner in(text);
  if (!take_date(in) || !in.take('T') || !take_time(in, precision)) return false;
  if (in.done()) return local;
  return (in.take('Z') || (offset && take_offset(in))) && in.done();
}

bool is_duration(std::string_view text) noexcept {
  scanner in(text);
  in.take_any_of("+-");
  if (!in.take('P') || in.done() || !take_amounts(in, "YMWD")) return false;
  if (!in.take('T')) return in.done();
  return !in.done() && take_amounts(in, "HMS") && in.done();
}

std::string decimals_text(std::optional<int> precision) {
  if (!precision) return {};
  return " with " + std::to_string(*precision) + (*precision == 1 ? " decimal" : " decimals");
}

}  // namespace clamator::detail
