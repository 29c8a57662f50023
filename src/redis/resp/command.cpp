#include <charconv>
#include <cstring>
#include <limits>

#include <clamator/redis/resp/command.hpp>

namespace clamator::redis::resp {
namespace {

// Of a number of 64 bits in decimal, with its sign.
constexpr std::size_t most_digits = std::numeric_limits<std::uint64_t>::digits10 + 1;
// Type byte, number, CRLF.
constexpr std::size_t most_head = 1 + most_digits + 2;

char* put_line_end(char* to) noexcept {
  to[0] = '\r';
  to[1] = '\n';
  return to + 2;
}

char* put_head(char* to, char type, std::size_t number) noexcept {
  *to = type;
  return put_line_end(std::to_chars(to + 1, to + 1 + most_digits, number).ptr);
}

}  // namespace

void append_array_header(buffer& out, std::size_t arguments) {
  char* const first = out.reserve(most_head);
  out.commit(static_cast<std::size_t>(put_head(first, '*', arguments) - first));
}

void append_bulk_header(buffer& out, std::size_t bytes) {
  char* const first = out.reserve(most_head);
  out.commit(static_cast<std::size_t>(put_head(first, '$', bytes) - first));
}

void append_bulk(buffer& out, std::string_view argument) {
  char* const first = out.reserve(most_head + argument.size() + 2);
  char* to = put_head(first, '$', argument.size());
  if (!argument.empty()) std::memcpy(to, argument.data(), argument.size());
  to = put_line_end(to + argument.size());
  out.commit(static_cast<std::size_t>(to - first));
}

void append_bulk(buffer& out, std::int64_t argument) {
  char digits[most_digits];
  const char* const end = std::to_chars(digits, digits + sizeof digits, argument).ptr;
  append_bulk(out, std::string_view(digits, static_cast<std::size_t>(end - digits)));
}

void append_command(buffer& out, std::span<const std::string_view> arguments) {
  append_array_header(out, arguments.size());
  for (std::string_view argument : arguments) append_bulk(out, argument);
}

void append_command(buffer& out, std::initializer_list<std::string_view> arguments) {
  append_command(out, std::span(arguments.begin(), arguments.size()));
}

}  // namespace clamator::redis::resp
