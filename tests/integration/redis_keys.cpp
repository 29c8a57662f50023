#include "redis_keys.hpp"

#include <sstream>

#include <boost/json/array.hpp>
#include <boost/json/string.hpp>

namespace clamator::test {
namespace {

std::string text(const boost::json::value& value) {
  return std::string(value.as_string());
}

}  // namespace

redis_keys::redis_keys(redis_cli& cli, std::string prefix, std::string service)
    : cli_(cli),
      prefix_(std::move(prefix)),
      service_(std::move(service)),
      stream_(prefix_ + ":cmds:" + service_) {}

std::vector<pending_entry> redis_keys::pending() const {
  std::vector<pending_entry> entries;
  if (!group_exists()) return entries;
  const auto answer = cli_.text({"XPENDING", stream_, service_, "-", "+", "1000"});
  for (const auto& each : answer.as_array()) {
    entries.push_back({text(each.at(0)), text(each.at(1)), each.at(2).as_int64(), each.at(3).as_int64()});
  }
  return entries;
}

std::int64_t redis_keys::length() const {
  return cli_.text({"XLEN", stream_}).as_int64();
}

bool redis_keys::group_exists() const {
  if (cli_.text({"EXISTS", stream_}) == 0) return false;
  return !cli_.text({"XINFO", "GROUPS", stream_}).as_array().empty();
}

std::vector<std::string> redis_keys::reply_streams() const {
  std::vector<std::string> names;
  const auto answer = cli_.text({"KEYS", prefix_ + ":replies:*"});
  for (const auto& each : answer.as_array()) names.push_back(text(each));
  return names;
}

std::string redis_keys::add(const std::vector<std::string>& fields) const {
  std::vector<std::string> command{"XADD", stream_, "*"};
  command.insert(command.end(), fields.begin(), fields.end());
  return text(cli_.text(command));
}

std::string redis_keys::add_request(std::int64_t number, const std::string& reply_to) const {
  const std::string digits = std::to_string(number);
  std::vector<std::string> fields{"type", "rpc", "envelope"};
  fields.push_back(R"({"jsonrpc":"2.0","method":")" + service_ + R"(.run","params":{"number":)" + digits +
                   R"(},"id":"call-)" + digits + R"("})");
  if (!reply_to.empty()) fields.insert(fields.end(), {"reply-to", reply_to});
  return add(fields);
}

std::vector<std::string> redis_keys::read_as(const std::string& consumer, int count) const {
  std::vector<std::string> ids;
  const auto read = cli_.text(
      {"XREADGROUP", "GROUP", service_, consumer, "COUNT", std::to_string(count), "STREAMS", stream_, ">"});
  if (!read.is_array()) return ids;
  for (const auto& entry : read.at(0).at(1).as_array()) ids.push_back(text(entry.at(0)));
  return ids;
}

std::vector<std::string> redis_keys::envelopes(const std::string& reply_stream) const {
  std::vector<std::string> found;
  const auto answer = cli_.text({"XRANGE", reply_stream, "-", "+"});
  for (const auto& entry : answer.as_array()) {
    const auto& fields = entry.at(1).as_array();
    for (std::size_t i = 0; i + 1 < fields.size(); i += 2) {
      if (fields[i] == "envelope") found.push_back(text(fields[i + 1]));
    }
  }
  return found;
}

std::vector<std::string> connections(redis_cli& cli) {
  const std::string own = "id=" + std::to_string(cli.text({"CLIENT", "ID"}).as_int64()) + " ";
  std::istringstream list(text(cli.text({"CLIENT", "LIST"})));
  std::vector<std::string> lines;
  for (std::string line; std::getline(list, line);) {
    if (!line.empty() && !line.starts_with(own)) lines.push_back(line);
  }
  return lines;
}

std::string client_field(const std::string& line, const std::string& name) {
  const std::size_t at = (" " + line).find(" " + name + "=");
  if (at == std::string::npos) return {};
  const std::size_t begin = at + name.size() + 1;
  return line.substr(begin, line.find(' ', begin) - begin);
}

}  // namespace clamator::test
