#include "number.hpp"

#include <charconv>

namespace clamator::redis::resp {
namespace {

constexpr std::ptrdiff_t longest = 20;  // -9223372036854775808

// Whether the bytes that are there can be the beginning of CRLF, and all of it.
number_state line_end(const char* from, const char* last) noexcept {
  if (from != last && *from != '\r') return number_state::malformed;
  if (last - from < 2) return number_state::need_more;
  return from[1] == '\n' ? number_state::complete : number_state::malformed;
}

}  // namespace

number_line read_number_line(std::string_view received, std::size_t begin) noexcept {
  const char* const first = received.data() + begin;
  const char* const last = received.data() + received.size();
  // RESP allows a plus sign before an integer; from_chars does not.
  const char* const digits = first != last && *first == '+' ? first + 1 : first;
  const bool sign_at_end = first != last && first + 1 == last && (*first == '+' || *first == '-');
  if (first == last || sign_at_end) return {number_state::need_more};
  if (digits != first && *digits == '-') return {number_state::malformed};

  std::int64_t value = 0;
  const auto [end, problem] = std::from_chars(digits, last, value);
  if (problem != std::errc{} || end - first > longest) return {number_state::malformed};
  const number_state state = line_end(end, last);
  return {state, value, static_cast<std::size_t>(end - received.data()) + 2};
}

}  // namespace clamator::redis::resp
