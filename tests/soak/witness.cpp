#include "soak/witness.hpp"

#include <chrono>
#include <vector>

#include <boost/json/parse.hpp>

#include "soak/settings.hpp"
#include "support/redis_cli.hpp"

namespace clamator::soak {
namespace {

namespace json = boost::json;

// What stands behind a name in a flat list of names and values; empty where there is none.
std::string_view field(const json::array& list, std::string_view name) {
  for (std::size_t i = 0; i + 1 < list.size(); i += 2) {
    if (std::string_view(list[i].as_string()) == name) return list[i + 1].as_string();
  }
  return {};
}

// Of a request, or of a reply with a result; empty for a reply with an error.
std::string key_in(const json::object& envelope) {
  const json::value* const part =
      envelope.contains("method") ? envelope.if_contains("params") : envelope.if_contains("result");
  if (part == nullptr || !part->is_object()) return {};
  return std::string(part->at("key").as_string());
}

}  // namespace

witness::witness(std::uint16_t port, const std::filesystem::path& file) : journal_(file), port_(port) {
  for (const char* service : services) last_ids_.try_emplace(command_stream(service), "0-0");
  thread_ = std::thread([this] { look(); });
}

witness::~witness() {
  ending_ = true;
  thread_.join();
}

void witness::watch(const std::string& client) {
  const std::lock_guard lock(mutex_);
  last_ids_.try_emplace(reply_stream(client), "0-0");
}

void witness::look() {
  test::redis_cli redis(port_);
  for (;;) {
    const bool last = ending_;
    std::vector<std::string> command{"XREAD", "COUNT", "500", "BLOCK", "100", "STREAMS"};
    {
      const std::lock_guard lock(mutex_);
      for (const auto& [stream, id] : last_ids_) command.push_back(stream);
      for (const auto& [stream, id] : last_ids_) command.push_back(id);
    }
    try {
      const json::value found = redis.text(command);
      if (!found.is_null()) {
        write_down(found);
      } else if (last) {
        return;
      }
    } catch (const test::redis_cli_error&) {  // Redis is away, or has closed this connection
      if (last) return;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  }
}

void witness::write_down(const json::value& streams) {
  for (const json::value& stream : streams.as_array()) {
    const std::string name(stream.at(0).as_string());
    const std::string what = name.starts_with(command_stream("")) ? "stored " : "replied ";
    std::string last;
    for (const json::value& entry : stream.at(1).as_array()) {
      last = entry.at(0).as_string();
      const std::string_view envelope = field(entry.at(1).as_array(), "envelope");
      const std::string key = envelope.empty() ? "" : key_in(json::parse(envelope).as_object());
      if (!key.empty()) journal_.note(what + key + " " + last);
    }
    const std::lock_guard lock(mutex_);
    last_ids_[name] = last;
  }
  journal_.commit();
}

}  // namespace clamator::soak
