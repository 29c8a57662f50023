#include <charconv>

#include <clamator/redis/resp/reply.hpp>

namespace clamator::redis::resp {

std::optional<std::int64_t> reply_view::as_integer() const noexcept {
  if (type() == kind::integer) return integer();
  const std::string_view digits = text();
  std::int64_t value = 0;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (problem != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

reply_view reply_view::operator[](std::size_t index) const noexcept {
  if (index >= size()) return {};
  iterator element = begin();
  for (; index != 0; --index) ++element;
  return *element;
}

}  // namespace clamator::redis::resp
