#include "redis/dead_letter_entry.hpp"

#include <charconv>
#include <cstdint>
#include <string_view>

#include "redis/entry.hpp"

namespace clamator::redis::detail {
namespace {

// 0 for what is no such number.
template <class Number>
Number number(std::string_view text) noexcept {
  Number value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : 0;
}

}  // namespace

dead_letter read_letter(const answer& reply) {
  dead_letter letter;
  const entry request = entry::from_answer(reply);
  letter.id = request.id;
  letter.envelope = request.envelope;
  letter.reply_to = request.reply_to;
  letter.caller = request.from;
  if (request.deleted) return letter;
  const auto& fields = reply.items[1].items;
  for (std::size_t i = 0; i + 1 < fields.size(); i += 2) {
    const std::string_view name = fields[i].text;
    const std::string& value = fields[i + 1].text;
    if (name == "x-reason") letter.reason = value;
    if (name == "x-attempts") letter.attempts = number<unsigned>(value);
    if (name == "x-consumer") letter.consumer = value;
    if (name == "x-entry") letter.entry = value;
    if (name == "x-time") {
      letter.time =
          std::chrono::system_clock::time_point(std::chrono::milliseconds(number<std::int64_t>(value)));
    }
  }
  return letter;
}

}  // namespace clamator::redis::detail
