#include "soak/stream_state.hpp"

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <string_view>
#include <thread>

#include <boost/json/parse.hpp>

#include "soak/settings.hpp"

namespace clamator::soak {
namespace {

namespace json = boost::json;
using clock = std::chrono::steady_clock;

// What stands behind a name in a flat list of names and values; null where there is none.
json::value field(const json::array& list, std::string_view name) {
  for (std::size_t i = 0; i + 1 < list.size(); i += 2) {
    if (std::string_view(list[i].as_string()) == name) return list[i + 1];
  }
  return nullptr;
}

std::string word_behind(const std::string& line, const std::string& name) {
  const std::size_t at = line.find(name);
  if (at == std::string::npos) return {};
  return line.substr(at + name.size(), line.find_first_of(" \r\n", at + name.size()) - at - name.size());
}

}  // namespace

backlog stream_state::left() {
  backlog found;
  for (const char* service : services) {
    const std::string stream = command_stream(service);
    const json::value groups = redis_.text({"XINFO", "GROUPS", stream});
    const json::array& group = groups.as_array().at(0).as_array();
    const std::string delivered(field(group, "last-delivered-id").as_string());
    const json::value unread = redis_.text({"XRANGE", stream, "(" + delivered, "+", "COUNT", "1000"});
    found.pending += field(group, "pending").as_int64();
    found.unread += static_cast<std::int64_t>(unread.as_array().size());
  }
  return found;
}

backlog stream_state::wait_drained(std::chrono::seconds within) {
  const auto deadline = clock::now() + within;
  for (;;) {
    const backlog found = left();
    if (found.empty() || clock::now() > deadline) return found;
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
}

std::int64_t stream_state::used_memory() {
  const std::string info(redis_.text({"INFO", "memory"}).as_string());
  return std::atoll(word_behind(info, "used_memory:").c_str());
}

std::int64_t stream_state::longest() {
  std::int64_t length = 0;
  for (const char* service : services)
    length = std::max(length, redis_.text({"XLEN", command_stream(service)}).as_int64());
  return length;
}

// Servers look at the stream every 5 s and leave its last entry, and Redis looks at idle connections every
// second. The least of a while is taken, since a request of a server is memory as well.
std::int64_t stream_state::resting_memory() {
  const auto cut = clock::now() + std::chrono::seconds(12);
  while (longest() > 1 && clock::now() < cut) std::this_thread::sleep_for(std::chrono::milliseconds(100));
  std::int64_t least = used_memory();
  for (auto until = clock::now() + std::chrono::seconds(3); clock::now() < until;) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    least = std::min(least, used_memory());
  }
  return least;
}

void stream_state::remove_left_behind(const std::vector<std::string>& gone) {
  for (const std::string& name : gone) redis_.text({"DEL", reply_stream(name)});
  for (const char* service : services) {
    const std::string stream = command_stream(service);
    const json::value consumers = redis_.text({"XINFO", "CONSUMERS", stream, service});
    for (const json::value& each : consumers.as_array()) {
      const std::string consumer(field(each.as_array(), "name").as_string());
      const std::string name = consumer.substr(consumer.find(':') + 1);
      if (std::find(gone.begin(), gone.end(), name) == gone.end()) continue;
      if (field(each.as_array(), "pending") == 0)
        redis_.text({"XGROUP", "DELCONSUMER", stream, service, consumer});
    }
  }
}

std::vector<std::string> stream_state::dead_letters() {
  std::vector<std::string> keys;
  for (const char* service : services) {
    const json::value entries = redis_.text({"XRANGE", dead_letter_stream(service), "-", "+"});
    for (const json::value& entry : entries.as_array()) {
      const json::value envelope = field(entry.at(1).as_array(), "envelope");
      keys.emplace_back(
          json::parse(std::string_view(envelope.as_string())).at("params").at("key").as_string());
    }
  }
  return keys;
}

std::string stream_state::close_connection(std::uint64_t choice) {
  const std::string own = std::to_string(redis_.text({"CLIENT", "ID"}).as_int64());
  std::istringstream list{std::string(redis_.text({"CLIENT", "LIST"}).as_string())};
  std::vector<std::string> others;
  for (std::string line; std::getline(list, line);) {
    if (!line.empty() && word_behind(line, "id=") != own) others.push_back(line);
  }
  if (others.empty()) return {};
  const std::string& victim = others[choice % others.size()];
  const std::string id = word_behind(victim, "id=");
  try {
    redis_.text({"CLIENT", "KILL", "ID", id});
  } catch (const test::redis_cli_error&) {
    return {};  // it has gone by itself
  }
  return id + " " + word_behind(victim, "name=") + " " + word_behind(victim, "cmd=");
}

}  // namespace clamator::soak
