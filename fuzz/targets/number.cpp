// Numbers and ids in text: integers are exact however they are written, reals are the nearest, and what is
// written is read back.
#include "redis/resp/number.hpp"

#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>

#include <clamator/protocol/call_id.hpp>
#include <clamator/protocol/json/reader.hpp>
#include <clamator/protocol/json/writer.hpp>

#include "redis/stream_id.hpp"
#include "target.hpp"

namespace clamator::fuzz {
namespace {

// All digits of a decimal, moved to the left of its point; nothing where it is not whole or where that would
// be more digits than anybody needs.
std::optional<std::string> whole_digits(std::string_view text) {
  const std::string_view mantissa = text.substr(0, text.find_first_of("eE"));
  if (mantissa.find_first_of("123456789") == mantissa.npos) return "0";
  std::string sign;
  if (text.starts_with('-')) {
    sign = "-";
    text.remove_prefix(1);
  }
  std::int64_t exponent = 0;
  const std::size_t e = text.find_first_of("eE");
  if (e != text.npos) {
    std::string_view digits = text.substr(e + 1);
    if (digits.starts_with('+')) digits.remove_prefix(1);
    std::int32_t written = 0;
    if (std::from_chars(digits.data(), digits.data() + digits.size(), written).ec != std::errc()) return {};
    exponent = written;
    text = text.substr(0, e);
  }
  const std::size_t point = text.find('.');
  std::string digits(text.substr(0, point));
  if (point != text.npos) {
    digits += text.substr(point + 1);
    exponent -= static_cast<std::int64_t>(text.size() - point - 1);
  }
  if (exponent > 40 || exponent < -static_cast<std::int64_t>(digits.size())) return {};
  for (; exponent > 0; --exponent) digits += '0';
  for (; exponent < 0; ++exponent) {
    if (digits.back() != '0') return {};
    digits.pop_back();
  }
  digits.erase(0, digits.find_first_not_of('0'));
  return sign + digits;
}

template <class Int>
std::optional<Int> integer_of(const std::optional<std::string>& digits) {
  if (!digits) return {};
  Int value = 0;
  const char* const end = digits->data() + digits->size();
  const auto [behind, problem] = std::from_chars(digits->data(), end, value);
  if (problem != std::errc() || behind != end) return {};
  return value;
}

template <class Real>
void check_real(std::string_view text, std::optional<Real> ours) {
  Real nearest = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), nearest);
  if (problem != std::errc()) {
    require(!ours || *ours == 0, "out of range is nothing, or zero");
    return;
  }
  require(ours && std::signbit(*ours) == std::signbit(nearest) && *ours == nearest, "a real is the nearest");
}

template <class Real>
void check_written(Real value, bool (json::writer::*write)(Real)) {
  buffer text;
  json::writer out(text);
  require((out.*write)(value), "a finite number can be written");
  json::reader in(text.view());
  const json::number again = in.read_number();
  require(in.finish(), "a number is written as JSON");
  if constexpr (sizeof(Real) == sizeof(double)) {
    require(again.as_double() && std::signbit(*again.as_double()) == std::signbit(value) &&
                *again.as_double() == value,
            "a double is read back");
  } else {
    require(again.as_float() && *again.as_float() == value, "a float is read back");
  }
}

void check_json_number(std::string_view text) {
  json::reader in(text);
  const json::number number = in.read_number();
  if (!in.finish()) return;
  require(number.text() == text.substr(text.find_first_not_of(" \t\r\n"), number.text().size()),
          "a number's text is where it stood");
  const auto digits = whole_digits(number.text());
  require(number.as_int64() == integer_of<std::int64_t>(digits), "an int64 is exact");
  require(number.as_uint64() == integer_of<std::uint64_t>(digits), "a uint64 is exact");
  require(!digits || number.whole(), "what has no fraction is whole");
  check_real(number.text(), number.as_double());
  check_real(number.text(), number.as_float());
  if (const auto value = number.as_double()) check_written(*value, &json::writer::real);
  if (const auto value = number.as_float()) check_written(*value, &json::writer::single_real);
}

void check_ids(std::string_view text) {
  if (const auto id = call_id::parse(text)) {
    require(call_id::parse(id->text()) == id, "a call's id is read back");
    std::string lower(text);
    for (char& c : lower) {
      if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
    }
    require(id->text() == lower, "a call's id keeps its digits");
  }
  const auto id = redis::detail::stream_id::parse(text);
  require(redis::detail::stream_id::parse(id.text()) == id, "a stream's id is read back");
}

void check_number_line(std::string_view text) {
  using redis::resp::number_state;
  const auto line = redis::resp::read_number_line(text, 0);
  for (std::size_t size = 0; size < text.size(); ++size) {
    const auto part = redis::resp::read_number_line(text.substr(0, size), 0);
    if (part.state == number_state::need_more) continue;
    require(part.state == line.state && part.value == line.value, "a line's beginning says nothing else");
  }
  if (line.state == number_state::complete) {
    require(line.end <= text.size() && text.substr(line.end - 2, 2) == "\r\n", "a line ends with CRLF");
  }
}

}  // namespace

void number_target(std::string_view input) {
  const std::string text(input);
  check_json_number(text);
  check_ids(text);
  check_number_line(text);
}

}  // namespace clamator::fuzz
