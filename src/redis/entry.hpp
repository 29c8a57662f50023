// A stream entry as Redis answers it: [id, [field, value, ...]].
#pragma once

#include <cstddef>
#include <string_view>

#include <clamator/redis/resp/reply.hpp>

#include "redis/answer.hpp"
#include "redis/content_digest.hpp"

namespace clamator::redis::detail {

// The fields of the wire, as views into the answer; empty where there is none.
struct entry {
  std::string_view id;
  std::string_view envelope;
  std::string_view reply_to;
  std::string_view time_to_live;
  std::string_view from;
  // Redis 6.2 answers a deleted entry that is still pending without fields.
  bool deleted = false;

  static entry from_reply(resp::reply_view reply) noexcept {
    entry made;
    const resp::reply_view fields = reply.first().next();
    made.id = reply.first().text();
    made.deleted = !fields.is_array();
    for (auto at = fields.begin(); at != fields.end(); ++at) {
      const resp::reply_view name = *at;
      if (++at == fields.end()) break;
      made.set(name.text(), (*at).text());
    }
    return made;
  }

  static entry from_answer(const answer& reply) noexcept {
    entry made;
    made.deleted = reply.items.size() < 2 || reply.items[1].type != resp::kind::array;
    if (!reply.items.empty()) made.id = reply.items[0].text;
    if (made.deleted) return made;
    const auto& fields = reply.items[1].items;
    for (std::size_t i = 0; i + 1 < fields.size(); i += 2) made.set(fields[i].text, fields[i + 1].text);
    return made;
  }

 private:
  // The first of two fields of one name counts.
  void set(std::string_view name, std::string_view value) noexcept {
    std::string_view* const field = name == "envelope"   ? &envelope
                                    : name == "reply-to" ? &reply_to
                                    : name == "x-ttl"    ? &time_to_live
                                    : name == "x-from"   ? &from
                                                         : nullptr;
    if (field != nullptr && field->empty()) *field = value;
  }
};

// Tells an entry from another that comes under its id.
inline std::size_t content_of(const entry& found) noexcept {
  return content_digest(found.envelope);
}

}  // namespace clamator::redis::detail
