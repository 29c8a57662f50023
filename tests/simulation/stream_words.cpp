#include "simulation/stream_words.hpp"

#include <charconv>
#include <limits>

namespace clamator::simulation {
namespace {

constexpr std::uint64_t highest = std::numeric_limits<std::uint64_t>::max();

}  // namespace

stream_id range_id(const std::string& text, std::uint64_t sequence) {
  if (text.find('-') != std::string::npos) return stream_id::parse(text);
  stream_id id{0, sequence};
  std::from_chars(text.data(), text.data() + text.size(), id.milliseconds);
  return id;
}

std::pair<stream_id, stream_id> id_range(const std::string& first, const std::string& last) {
  stream_id from, to{highest, highest};
  if (first.starts_with('(')) {
    from = after(range_id(first.substr(1), 0));
  } else if (first != "-") {
    from = range_id(first, 0);
  }
  if (last.starts_with('(')) {
    to = before(range_id(last.substr(1), highest));
  } else if (last != "+") {
    to = range_id(last, highest);
  }
  return {from, to};
}

value wrong_kind() {
  return value::error("WRONGTYPE Operation against a key holding the wrong kind of value");
}

value no_group(const std::string& key, const std::string& group, const std::string& end) {
  return value::error("NOGROUP No such key '" + key + "' or consumer group '" + group + "'" + end);
}

}  // namespace clamator::simulation
