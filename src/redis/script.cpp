#include "redis/script.hpp"

#include <array>

#include <openssl/evp.h>

namespace clamator::redis::detail {
namespace {

// Ids in scripts: Lua would compare their texts.
constexpr std::string_view id_order = R"lua(
local function parts(id)
  local ms, seq = string.match(id, '^(%d+)-(%d+)$')
  return tonumber(ms), tonumber(seq)
end
local function less(a, b)
  local ams, aseq = parts(a)
  local bms, bseq = parts(b)
  return ams < bms or (ams == bms and aseq < bseq)
end
)lua";

// The name that Redis gives a script.
std::string sha1_hex(std::string_view text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha1(), nullptr);
  std::string hex;
  for (unsigned i = 0; i < size; ++i) {
    hex += "0123456789abcdef"[digest[i] >> 4];
    hex += "0123456789abcdef"[digest[i] & 15];
  }
  return hex;
}

}  // namespace

script::script(std::string_view functions, std::string_view body) : text_(functions) {
  text_ += body;
  digest_ = sha1_hex(text_);
}

asio::awaitable<answer> script::run(std::shared_ptr<connection_core> connection, std::string key,
                                    std::vector<std::string> arguments) const {
  std::vector<std::string> keys;
  keys.push_back(std::move(key));
  return run(std::move(connection), std::move(keys), std::move(arguments));
}

asio::awaitable<answer> script::run(std::shared_ptr<connection_core> connection,
                                    std::vector<std::string> keys, std::vector<std::string> arguments) const {
  std::vector<std::string> command{"EVALSHA", digest_, std::to_string(keys.size())};
  command.insert(command.end(), std::make_move_iterator(keys.begin()), std::make_move_iterator(keys.end()));
  command.insert(command.end(), std::make_move_iterator(arguments.begin()),
                 std::make_move_iterator(arguments.end()));
  answer result = co_await execute(connection, command);
  if (result.error_code() != "NOSCRIPT") co_return result;
  command[0] = "EVAL";
  command[1] = text_;
  co_return co_await execute(connection, std::move(command));
}

const script& lease_script() {
  static const script made({}, R"lua(
local taken, unowned = {}, {}
for i = 3, #ARGV do
  local pending = redis.pcall('XPENDING', KEYS[1], ARGV[1], ARGV[i], ARGV[i], 1)
  if pending.err and not string.find(pending.err, 'NOGROUP') then return pending end
  if pending.err or #pending == 0 then
    unowned[#unowned + 1] = ARGV[i]
  elseif pending[1][2] == ARGV[2] then
    redis.call('XCLAIM', KEYS[1], ARGV[1], ARGV[2], 0, ARGV[i], 'JUSTID')
  else
    taken[#taken + 1] = ARGV[i]
  end
end
local time = redis.call('TIME')
return {time[1] * 1000 + math.floor(time[2] / 1000), taken, unowned}
)lua");
  return made;
}

const script& release_script() {
  static const script made({}, R"lua(
local released = 0
for i = 4, #ARGV do
  local pending = redis.call('XPENDING', KEYS[1], ARGV[1], ARGV[i], ARGV[i], 1, ARGV[2])
  if #pending == 1 then
    local count = math.max(pending[1][4] - 1, 0)
    redis.call('XCLAIM', KEYS[1], ARGV[1], ARGV[2], 0, ARGV[i], 'IDLE', 2000000000, 'RETRYCOUNT', count, 'JUSTID')
    released = released + 1
  end
end
local told = {}
if released > 0 then told = redis.pcall('PUBLISH', ARGV[3], 'free') end
return type(told) == 'table' and told.err or ''
)lua");
  return made;
}

const script& withdraw_script() {
  static const script made(id_order, R"lua(
local read = '0-0'
local groups = redis.pcall('XINFO', 'GROUPS', KEYS[1])
if groups.err then
  if string.find(groups.err, 'no such key') then return {string.rep('?', #ARGV - 1), ''} end
  return groups
end
for _, info in ipairs(groups) do
  local group = {}
  for i = 1, #info, 2 do group[info[i]] = info[i + 1] end
  if less(read, group['last-delivered-id']) then read = group['last-delivered-id'] end
end
local outcomes, begun = '', ''
for i = 2, #ARGV do
  if not less(read, ARGV[i]) then
    outcomes = outcomes .. 'b'
    begun = begun .. ' ' .. ARGV[i]
  elseif redis.call('XDEL', KEYS[1], ARGV[i]) == 1 then
    outcomes = outcomes .. 'w'
  else
    outcomes = outcomes .. '?'
  end
end
local told = {}
if begun ~= '' and ARGV[1] ~= '' then told = redis.pcall('PUBLISH', ARGV[1], 'cancel' .. begun) end
return {outcomes, type(told) == 'table' and told.err or ''}
)lua");
  return made;
}

const script& trim_script() {
  static const script made(id_order, R"lua(
local least, mine, others
for _, info in ipairs(redis.call('XINFO', 'GROUPS', KEYS[1])) do
  local group = {}
  for i = 1, #info, 2 do group[info[i]] = info[i + 1] end
  local mark = group['last-delivered-id']
  if group['pending'] > 0 then
    local oldest = redis.call('XPENDING', KEYS[1], group['name'])[2]
    if oldest and less(oldest, mark) then mark = oldest end
  end
  if not least or less(mark, least) then least = mark end
  if group['name'] == ARGV[1] then
    if group['pending'] == 0 then mine = mark end
  elseif not others or less(mark, others) then
    others = mark
  end
end
local removed = 0
if least then removed = redis.call('XTRIM', KEYS[1], 'MINID', ARGV[2], least) end
return {mine or '0-0', least or '0-0', others or '', removed}
)lua");
  return made;
}

const script& deleted_script() {
  static const script made({}, R"lua(
local gone = {}
for _, pending in ipairs(redis.call('XPENDING', KEYS[1], ARGV[1], 'IDLE', ARGV[2], '-', '+', 1000)) do
  local id = pending[1]
  if #redis.call('XRANGE', KEYS[1], id, id) == 0 then
    redis.call('XACK', KEYS[1], ARGV[1], id)
    gone[#gone + 1] = id
  end
end
return gone
)lua");
  return made;
}

const script& repair_script() {
  static const script made(id_order, R"lua(
local begin = ARGV[2]
local last = '0-0'
if redis.call('EXISTS', KEYS[1]) == 1 then
  local info = redis.call('XINFO', 'STREAM', KEYS[1])
  for i = 1, #info, 2 do if info[i] == 'last-generated-id' then last = info[i + 1] end end
end
if less(last, begin) then begin = '0-0' end
local made = redis.pcall('XGROUP', 'CREATE', KEYS[1], ARGV[1], begin, 'MKSTREAM')
if type(made) == 'table' and made.err then
  if string.find(made.err, 'BUSYGROUP') then return 'there already' end
  return made
end
return begin
)lua");
  return made;
}

}  // namespace clamator::redis::detail
