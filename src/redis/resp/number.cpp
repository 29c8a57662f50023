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

// Most are lengths of a few digits and all there: nothing else about them is asked for. 0 for the offset
// where it is another.
number_line read_short(std::string_view received, std::size_t begin) noexcept {
  constexpr std::size_t most_digits = 4;
  number_line line{number_state::complete};
  if (received.size() < begin + most_digits + 2) return line;
  const char* at = received.data() + begin;
  const char* const beyond = at + most_digits;
  for (; at != beyond && *at >= '0' && *at <= '9'; ++at) line.value = 10 * line.value + (*at - '0');
  const bool any = at != received.data() + begin;
  if (any && at[0] == '\r' && at[1] == '\n') line.end = static_cast<std::size_t>(at - received.data()) + 2;
  return line;
}

}  // namespace

number_line read_number_line(std::string_view received, std::size_t begin) noexcept {
  if (const number_line line = read_short(received, begin); line.end != 0) return line;
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
