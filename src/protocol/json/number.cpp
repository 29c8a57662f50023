#include <charconv>
#include <limits>
#include <system_error>

#include <clamator/protocol/json/number.hpp>
#include <clamator/protocol/json/reader.hpp>

namespace clamator::json {
namespace {

bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}

const char* skip_digits(const char* at, const char* end) noexcept {
  while (at != end && is_digit(*at)) ++at;
  return at;
}

// A decimal taken apart: its value is 0.<digits> times ten to the power of `point`, where `digits` are the
// significant ones, without zeros at either end. Zero has none.
struct decimal {
  std::string_view whole;     // before the decimal point
  std::string_view fraction;  // behind it
  std::int64_t first = 0;     // the first significant digit, counted over both
  std::int64_t last = 0;      // behind the last significant digit
  std::int64_t point = 0;

  explicit decimal(std::string_view text) noexcept;
  bool zero() const noexcept { return first == last; }
  char digit(std::int64_t i) const noexcept {
    const auto at = static_cast<std::size_t>(i);
    return at < whole.size() ? whole[at] : fraction[at - whole.size()];
  }
};

// An exponent far beyond any text's length stands for all that are larger.
constexpr std::int64_t huge_exponent = std::int64_t{1} << 60;

std::int64_t exponent_of(std::string_view text) noexcept {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || value > huge_exponent) value = huge_exponent;
  return negative ? -value : value;
}

decimal::decimal(std::string_view text) noexcept {
  if (text.starts_with('-')) text.remove_prefix(1);
  std::int64_t exponent = 0;
  if (const std::size_t e = text.find_first_of("eE"); e != std::string_view::npos) {
    exponent = exponent_of(text.substr(e + 1));
    text = text.substr(0, e);
  }
  const std::size_t dot = text.find('.');
  whole = text.substr(0, dot);
  if (dot != std::string_view::npos) fraction = text.substr(dot + 1);
  last = static_cast<std::int64_t>(whole.size() + fraction.size());
  while (last > 0 && digit(last - 1) == '0') --last;
  while (first < last && digit(first) == '0') ++first;
  point = static_cast<std::int64_t>(whole.size()) - first + exponent;
}

// The absolute value, if it is whole and fits.
std::optional<std::uint64_t> whole_magnitude(std::string_view text) noexcept {
  const decimal d(text);
  if (d.zero()) return 0;
  const std::int64_t digits = d.last - d.first;
  if (d.point < digits || d.point > 20) return std::nullopt;
  std::uint64_t value = 0;
  for (std::int64_t i = 0; i < d.point; ++i) {
    const auto digit = static_cast<std::uint64_t>(i < digits ? d.digit(d.first + i) - '0' : 0);
    if (__builtin_mul_overflow(value, std::uint64_t{10}, &value)) return std::nullopt;
    if (__builtin_add_overflow(value, digit, &value)) return std::nullopt;
  }
  return value;
}

template <class Real>
std::optional<Real> nearest(std::string_view text) noexcept {
  Real value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc{}) return value;
  // Out of range says nothing of the direction.
  if (decimal(text).point > 0) return std::nullopt;
  return text.starts_with('-') ? Real(-0.0) : Real(0);
}

}  // namespace

std::optional<std::int64_t> number::as_int64() const noexcept {
  const std::optional<std::uint64_t> magnitude =
      kind_ == kind_t::real ? whole_magnitude(text_) : std::optional(magnitude_);
  constexpr auto max = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (!magnitude || *magnitude > max + (negative_ ? 1 : 0)) return std::nullopt;
  return static_cast<std::int64_t>(negative_ ? 0 - *magnitude : *magnitude);
}

std::optional<std::uint64_t> number::as_uint64() const noexcept {
  const std::optional<std::uint64_t> magnitude =
      kind_ == kind_t::real ? whole_magnitude(text_) : std::optional(magnitude_);
  if (!magnitude || (negative_ && *magnitude != 0)) return std::nullopt;
  return magnitude;
}

std::optional<double> number::as_double() const noexcept {
  if (kind_ == kind_t::real) return nearest<double>(text_);
  const auto value = static_cast<double>(magnitude_);
  return negative_ ? -value : value;
}

std::optional<float> number::as_float() const noexcept {
  if (kind_ == kind_t::real) return nearest<float>(text_);
  const auto value = static_cast<float>(magnitude_);
  return negative_ ? -value : value;
}

bool number::whole() const noexcept {
  if (kind_ != kind_t::real) return true;
  const decimal d(text_);
  return d.zero() || d.point >= d.last - d.first;
}

number reader::read_number() noexcept {
  skip_spaces();
  const char* at = at_;
  const bool negative = at != end_ && *at == '-';
  if (negative) ++at;
  if (at == end_ || !is_digit(*at)) {
    fail_at(at, at == end_ ? "unexpected end of the text" : "expected a number");
    return {};
  }
  const char* const digits = at;
  std::uint64_t magnitude = 0;
  while (at != end_ && is_digit(*at)) magnitude = magnitude * 10 + static_cast<std::uint64_t>(*at++ - '0');
  const auto count = at - digits;
  if (count > 1 && *digits == '0') {
    fail_at(digits, "number with a leading zero");
    return {};
  }
  bool real = negative && magnitude == 0;
  // More than 19 digits may have wrapped around; from_chars knows.
  if (count > 19) real = std::from_chars(digits, at, magnitude).ec != std::errc{};
  if (at != end_ && *at == '.') {
    real = true;
    const char* const fraction = ++at;
    at = skip_digits(at, end_);
    if (at == fraction) {
      fail_at(at, "expected a digit after the decimal point");
      return {};
    }
  }
  if (at != end_ && (*at == 'e' || *at == 'E')) {
    real = true;
    if (++at != end_ && (*at == '+' || *at == '-')) ++at;
    const char* const exponent = at;
    at = skip_digits(at, end_);
    if (at == exponent) {
      fail_at(at, "expected a digit in the exponent");
      return {};
    }
  }
  const std::string_view text(at_, static_cast<std::size_t>(at - at_));
  at_ = at;
  constexpr auto max = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (real || (negative && magnitude > max + 1)) return {number::kind_t::real, negative, 0, text};
  const bool fits = negative || magnitude <= max;
  return {fits ? number::kind_t::int64 : number::kind_t::uint64, negative, magnitude, text};
}

}  // namespace clamator::json
