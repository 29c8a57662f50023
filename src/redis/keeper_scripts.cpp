#include "redis/keeper_scripts.hpp"

namespace clamator::redis::detail {

// Looked at first: a Redis that is full refuses SET also where nothing is set.
const script& elect_script() {
  static const script made({}, R"lua(
local keeper = redis.call('GET', KEYS[1])
if not keeper then
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
elseif keeper == ARGV[1] then
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
else
  return 0
end
return 1
)lua");
  return made;
}

const script& resign_script() {
  static const script made({}, R"lua(
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('UNLINK', KEYS[1]) end
return 0
)lua");
  return made;
}

const script& remove_consumers_script() {
  static const script made({}, R"lua(
local found = redis.pcall('XINFO', 'CONSUMERS', KEYS[1], ARGV[1])
if found.err then
  if string.find(found.err, 'NOGROUP') or string.find(found.err, 'no such key') then return 0 end
  return found
end
local removed = 0
for _, info in ipairs(found) do
  local consumer = {}
  for i = 1, #info, 2 do consumer[info[i]] = info[i + 1] end
  local gone = consumer['pending'] == 0 and consumer['idle'] >= tonumber(ARGV[3])
  if gone and consumer['name'] ~= ARGV[2] then
    redis.call('XGROUP', 'DELCONSUMER', KEYS[1], ARGV[1], consumer['name'])
    removed = removed + 1
  end
end
return removed
)lua");
  return made;
}

// What is refused is looked at again later, so that it does not stand in the way of what comes behind it.
const script& delete_reply_streams_script() {
  static const script made({}, R"lua(
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local oldest = now - ARGV[2]
local deleted, refused = 0, ''

local function last_reply(name)
  local info = redis.pcall('XINFO', 'STREAM', name)
  if info.err then
    if string.find(info.err, 'no such key') or string.find(info.err, 'WRONGTYPE') then return nil end
    refused = info.err
    return now
  end
  for i = 1, #info, 2 do
    if info[i] == 'last-generated-id' then return tonumber(string.match(info[i + 1], '^%d+')) end
  end
end

local function delete(name)
  local done = redis.pcall('UNLINK', name)
  if type(done) == 'table' and done.err then
    refused = done.err
    return now
  end
  deleted = deleted + 1
  return nil
end

local names = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', string.format('(%.0f', oldest), 'LIMIT', 0, ARGV[3])
for _, name in ipairs(names) do
  local noted = nil
  if #name > #ARGV[1] and string.sub(name, 1, #ARGV[1]) == ARGV[1] then
    noted = last_reply(name)
    if noted and noted < oldest then noted = delete(name) end
  end
  if noted then
    redis.call('ZADD', KEYS[1], string.format('%.0f', math.min(noted, now)), name)
  else
    redis.call('ZREM', KEYS[1], name)
  end
end
return {#names, deleted, refused}
)lua");
  return made;
}

}  // namespace clamator::redis::detail
