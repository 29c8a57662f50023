#include "redis/rights.hpp"

#include <algorithm>

#include <clamator/protocol/error.hpp>

#include "redis/script.hpp"

namespace clamator::redis::detail {
namespace {

// The servers' own words: of Redis before 7.0 in a script, of Redis since, and of Valkey in a script.
bool is_forbidden(std::string_view error) {
  return error.find("NOPERM") != error.npos ||
         error.find("The user executing the script can't") != error.npos ||
         error.find("ACL failure in script") != error.npos;
}

[[noreturn]] void refuse(const connection_core& connection, const std::string& command,
                         const std::string& key, const std::string& said) {
  const std::string& name = connection.where().username;
  const std::string user = name.empty() ? "default" : name;
  std::string lower = command;
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  throw transport_error(transport_errc::refused, "Redis user '" + user + "' at " + connection.where().text() +
                                                     " may not run " + command + " on " + key + " (" + said +
                                                     "); grant it: ACL SETUSER " + user + " +" + lower +
                                                     " ~" + key);
}

// Ids that no entry has, and keys, members and groups of no one, so that nothing is found, claimed,
// acknowledged or removed; and where a command has none of those, arguments that it refuses once the rights
// are looked at. The very last id of all is none of them: to XREADGROUP it is ">". Nor can an entry be added
// at the very first.
const script& server_rights_script() {
  static const script made({}, R"lua(
local stream, group, consumer, replies, noted, keeper = KEYS[1], ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local dead = ARGV[6]
local beyond = '18446744073709551615-0'
local reply = replies .. 'any'
while redis.pcall('EXISTS', reply) == 1 do reply = reply .. '-' end
local tries = {
  {replies .. '*', 'XADD', reply, 'NOMKSTREAM', '*', 'type', 'rpc'},
  {dead, 'XADD', dead, 'NOMKSTREAM', '0-0', 'type', 'rpc'},
  {stream, 'XREADGROUP', 'GROUP', group, consumer, 'COUNT', '1', 'STREAMS', stream, beyond},
  {stream, 'XACK', stream, group, '0-1'},
  {stream, 'XPENDING', stream, group},
  {stream, 'XCLAIM', stream, group, consumer, '9000000000000', '0-1', 'JUSTID'},
  {stream, 'XRANGE', stream, '0-1', '0-1'},
  {stream, 'XINFO', 'GROUPS', stream},
  {stream, 'XINFO', 'CONSUMERS', stream, group},
  {stream, 'XGROUP', 'DELCONSUMER', stream, group .. ':none', consumer},
  {stream, 'XTRIM', stream, 'MINID', '0-0'},
  {stream, 'XDEL', stream, '0-1'},
  {stream, 'EXISTS', stream},
  {stream, 'TIME'},
  {keeper, 'GET', keeper},
  {keeper, 'SET', keeper, '', 'NX', 'XX'},
  {keeper, 'PEXPIRE', keeper, 'never'},
  {noted, 'ZADD', noted, 'XX', '0', ''},
  {noted, 'ZRANGEBYSCORE', noted, '1', '0'},
  {noted, 'ZREM', noted, ''},
  {replies .. '*', 'XINFO', 'STREAM', reply},
}
if redis.pcall('EXISTS', reply) == 0 then tries[#tries + 1] = {replies .. '*', 'UNLINK', reply} end
local failed = {}
for _, try in ipairs(tries) do
  local key = table.remove(try, 1)
  local result = redis.pcall(unpack(try))
  if type(result) == 'table' and result.err then
    failed[#failed + 1] = try[1]
    failed[#failed + 1] = key
    failed[#failed + 1] = result.err
  end
end
return failed
)lua");
  return made;
}

}  // namespace

void require_right(const connection_core& connection, const answer& tried, const std::string& command,
                   const std::string& key) {
  if (tried.is_error() && is_forbidden(tried.text)) refuse(connection, command, key, tried.text);
}

asio::awaitable<void> check_client_rights(std::shared_ptr<connection_core> connection,
                                          std::string reply_stream) {
  std::vector<std::string> read{"XREAD", "COUNT", "1", "STREAMS", reply_stream, "0-0"};
  const answer readable = co_await execute(connection, std::move(read));
  require_right(*connection, readable, "XREAD", reply_stream);
  if (readable.error_code() == "WRONGTYPE") {
    throw transport_error(transport_errc::refused,
                          "the reply stream " + reply_stream + ": " + readable.text +
                              "; that key is no stream: delete or rename it, or choose another instance_id");
  }
  std::vector<std::string> remove{"DEL", reply_stream};
  const answer removable = co_await execute(connection, std::move(remove));
  require_right(*connection, removable, "DEL", reply_stream);
}

asio::awaitable<void> check_server_rights(std::shared_ptr<connection_core> connection,
                                          const lane_settings& lane) {
  std::vector<std::string> arguments{lane.service,       lane.consumer, lane.reply_prefix,
                                     lane.reply_streams, lane.keeper,   lane.dead_letters};
  const answer tried = co_await server_rights_script().run(connection, lane.stream, std::move(arguments));
  require_right(*connection, tried, "EVALSHA", lane.stream);
  for (std::size_t i = 0; i + 2 < tried.items.size(); i += 3) {
    const std::string& said = tried.items[i + 2].text;
    if (is_forbidden(said)) refuse(*connection, tried.items[i].text, tried.items[i + 1].text, said);
  }
  std::vector<std::vector<std::string>> transaction{{"MULTI"}, {"EXEC"}};
  const answer atomic = co_await execute_group(connection, std::move(transaction));
  require_right(*connection, atomic, "MULTI", lane.stream);
}

}  // namespace clamator::redis::detail
