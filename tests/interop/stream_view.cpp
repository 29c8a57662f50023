#include "interop/stream_view.hpp"

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <thread>

#include "interop/peer.hpp"

namespace clamator::interop {
namespace {

namespace json = boost::json;

std::string text_of(const json::value& value) {
  return std::string(value.as_string());
}

stream_entry fields_of(const json::value& entry) {
  const json::array& words = entry.at(1).as_array();
  stream_entry fields;
  for (std::size_t i = 0; i + 1 < words.size(); i += 2) {
    fields.emplace_back(text_of(words[i]), text_of(words[i + 1]));
  }
  return fields;
}

}  // namespace

stream_view::stream_view() : cli_(shared_redis()) {}

std::vector<stream_entry> stream_view::entries(const std::string& stream) {
  const json::value found = cli_.text({"XRANGE", stream, "-", "+"});
  std::vector<stream_entry> all;
  for (const json::value& entry : found.as_array()) all.push_back(fields_of(entry));
  return all;
}

std::string stream_view::next_envelope(const std::string& stream) {
  const json::value found =
      cli_.text({"XREAD", "COUNT", "1", "BLOCK", "5000", "STREAMS", stream, last_seen_});
  if (found.is_null()) throw std::runtime_error("nothing comes on " + stream);
  const json::value& entry = found.at(0).at(1).at(0);
  last_seen_ = text_of(entry.at(0));
  for (const auto& [name, value] : fields_of(entry)) {
    if (name == "envelope") return value;
  }
  throw std::runtime_error("an entry without an envelope on " + stream);
}

void stream_view::send(const std::string& prefix, const std::string& envelope) {
  cli_.text({"XADD", prefix + ":cmds:arith", "*", "type", "rpc", "envelope", envelope, "reply-to",
             prefix + ":replies:by-hand"});
}

std::vector<std::string> stream_view::keys(const std::string& prefix) {
  const json::value found = cli_.text({"KEYS", "*"});
  std::vector<std::string> mine;
  for (const json::value& key : found.as_array()) {
    if (key.as_string().starts_with(prefix + ":")) mine.push_back(text_of(key).substr(prefix.size() + 1));
  }
  std::sort(mine.begin(), mine.end());
  return mine;
}

bool stream_view::exists(const std::string& key) {
  return cli_.text({"EXISTS", key}) == 1;
}

std::int64_t stream_view::length(const std::string& stream) {
  return cli_.text({"XLEN", stream}).as_int64();
}

std::int64_t stream_view::pending(const std::string& prefix) {
  return cli_.text({"XPENDING", prefix + ":cmds:arith", "arith"}).at(0).as_int64();
}

std::vector<std::string> stream_view::consumers(const std::string& prefix) {
  const json::value found = cli_.text({"XINFO", "CONSUMERS", prefix + ":cmds:arith", "arith"});
  std::vector<std::string> names;
  for (const json::value& consumer : found.as_array()) names.push_back(text_of(consumer.at(1)));
  return names;
}

bool stream_view::eventually(const std::function<bool()>& condition) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (!condition()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return true;
}

}  // namespace clamator::interop
