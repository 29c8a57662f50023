// A stream entry is read the same from a reply and from a kept answer, whatever Redis sent for one.
#include "redis/entry.hpp"

#include <vector>

#include <clamator/redis/resp/parser.hpp>

#include "redis/stream_id.hpp"
#include "target.hpp"

namespace clamator::fuzz {

void entry_target(std::string_view input) {
  using redis::detail::answer;
  const std::vector<char> bytes(input.begin(), input.end());
  const std::string_view view(bytes.data(), bytes.size());
  redis::resp::parser reading;
  if (reading.parse(view) != redis::resp::parser::result::complete) return;
  const redis::resp::reply_view reply(reading.nodes(), view);

  const auto read = redis::detail::entry::from_reply(reply);
  const answer kept(reply);
  const auto again = redis::detail::entry::from_answer(kept);
  require(read.id == again.id, "the id is the same");
  require(read.deleted == again.deleted, "whether it is deleted is the same");
  require(read.envelope == again.envelope && read.reply_to == again.reply_to,
          "the wire's fields are the same");
  require(read.time_to_live == again.time_to_live && read.from == again.from, "our fields are the same");
  require(!read.deleted || read.envelope.empty(), "a deleted entry has no fields");

  const auto id = redis::detail::stream_id::parse(read.id);
  require(redis::detail::stream_id::parse(id.text()) == id, "an id is read back from its text");
}

}  // namespace clamator::fuzz
