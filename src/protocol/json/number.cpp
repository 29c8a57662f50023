#include <algorithm>
#include <cfloat>
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

// Where both the digits and the power of ten are doubles without rounding, one operation rounds once, which
// is to the nearest (W. D. Clinger, How to Read Floating Point Numbers Accurately, 1990). Nothing elsewhere.
std::optional<double> exact_quotient(std::uint64_t magnitude, std::int32_t exponent) noexcept {
  constexpr double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                               1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  constexpr std::int32_t most = 22;
  if (FLT_EVAL_METHOD != 0 || magnitude > std::uint64_t{1} << 53) return std::nullopt;
  if (exponent > most || exponent < -most) return std::nullopt;
  const auto value = static_cast<double>(magnitude);
  return exponent < 0 ? value / powers[-exponent] : value * powers[exponent];
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

// One walk over a number's characters, after RFC 8259 section 6.
class number_scan {
 public:
  number_scan(const char* at, const char* end) noexcept : at_(at), end_(end) {}

  // Behind the number, or where it is wrong.
  const char* at() const noexcept { return at_; }
  const char* problem() const noexcept { return problem_; }

  bool run() noexcept {
    negative_ = take('-');
    digits_ = at_;
    count_ = take_digits();
    if (count_ == 0) return wrong("expected a number");
    if (count_ > 1 && *digits_ == '0') {
      at_ = digits_;
      return wrong("number with a leading zero");
    }
    integer_end_ = at_;
    if (take('.')) {
      const auto fraction = take_digits();
      if (fraction == 0) return wrong("expected a digit after the decimal point");
      count_ += fraction;
      exponent_ -= static_cast<std::int32_t>(std::min<std::ptrdiff_t>(fraction, far));
    }
    return (!take('e') && !take('E')) || take_exponent();
  }

  number result(std::string_view text) noexcept {
    using kind = number::kind_t;
    // 19 digits fit, more may have wrapped around.
    constexpr std::ptrdiff_t safe_digits = 19;
    const bool integer = at_ == integer_end_ && !(negative_ && magnitude_ == 0);
    bool known = count_ <= safe_digits;
    if (integer && !known) known = std::from_chars(digits_, at_, magnitude_).ec == std::errc{};
    constexpr auto max = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    const bool fits_signed = magnitude_ <= max + (negative_ ? 1 : 0);
    if (integer && known && fits_signed) return {kind::int64, negative_, magnitude_, 0, text};
    if (integer && known && !negative_) return {kind::uint64, negative_, magnitude_, 0, text};
    return {kind::real, negative_, magnitude_, known ? exponent_ : number::unknown_exponent, text};
  }

 private:
  // An exponent that is out of every range, and of which a few can be added up.
  static constexpr std::int32_t far = 1'000'000;

  bool wrong(const char* problem) noexcept {
    problem_ = problem;
    return false;
  }

  bool take(char c) noexcept {
    if (at_ == end_ || *at_ != c) return false;
    ++at_;
    return true;
  }

  std::ptrdiff_t take_digits() noexcept {
    const char* const start = at_;
    while (at_ != end_ && is_digit(*at_))
      magnitude_ = magnitude_ * 10 + static_cast<std::uint64_t>(*at_++ - '0');
    return at_ - start;
  }

  bool take_exponent() noexcept {
    const bool minus = take('-');
    if (!minus) take('+');
    if (at_ == end_ || !is_digit(*at_)) return wrong("expected a digit in the exponent");
    std::int32_t value = 0;
    for (; at_ != end_ && is_digit(*at_); ++at_) value = std::min(value * 10 + (*at_ - '0'), far);
    exponent_ += minus ? -value : value;
    return true;
  }

  const char* at_;
  const char* end_;
  const char* digits_ = nullptr;
  const char* integer_end_ = nullptr;
  const char* problem_ = nullptr;
  std::ptrdiff_t count_ = 0;
  std::uint64_t magnitude_ = 0;
  std::int32_t exponent_ = 0;
  bool negative_ = false;
};

}  // namespace

std::optional<std::int64_t> number::whole_int64() const noexcept {
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
  if (kind_ == kind_t::real) {
    const std::optional<double> value = exact_quotient(magnitude_, exponent_);
    if (!value) return nearest<double>(text_);
    return negative_ ? -*value : *value;
  }
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
  number_scan scan(at_, end_);
  if (!scan.run()) {
    fail_at(scan.at(), scan.at() == end_ ? "unexpected end of the text" : scan.problem());
    return {};
  }
  const std::string_view text(at_, static_cast<std::size_t>(scan.at() - at_));
  at_ = scan.at();
  return scan.result(text);
}

}  // namespace clamator::json
