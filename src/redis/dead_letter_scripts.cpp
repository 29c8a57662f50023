#include "redis/dead_letter_scripts.hpp"

namespace clamator::redis::detail {

// Lua passes on some 8000 words at most. Of an entry with more, the wire's own fields are kept and the first
// 3000 others. The reply stream is noted, or it would stay for ever where its client is gone.
const script& keep_letter_script() {
  static const script made({}, R"lua(
local stream, group, id, letters, replies = KEYS[1], ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local function error_of(result) return type(result) == 'table' and result.err end

local pending = redis.pcall('XPENDING', stream, group, id, id, 1)
if error_of(pending) or #pending == 0 then return {'not pending', ''} end
local found = redis.call('XRANGE', stream, id, id)[1]
local time = redis.call('TIME')
local now = string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000))
if found then
  local words = {'XADD', letters, 'MAXLEN', '~', '10000', '*'}
  local wire = {type = true, envelope = true, ['reply-to'] = true}
  local fields = found[2]
  for i = 1, #fields, 2 do
    if i < 6000 or wire[fields[i]] then
      words[#words + 1] = fields[i]
      words[#words + 1] = fields[i + 1]
    end
    wire[fields[i]] = nil
  end
  local said = {'x-reason', ARGV[7], 'x-attempts', ARGV[8], 'x-consumer', ARGV[9], 'x-entry', id, 'x-time', now}
  for _, word in ipairs(said) do words[#words + 1] = word end
  local kept = redis.pcall(unpack(words))
  if error_of(kept) then return kept end
end
local problem = ''
if replies ~= '' then
  local answered = redis.pcall('XADD', replies, 'MAXLEN', '~', ARGV[6], '*', 'type', 'rpc', 'envelope', ARGV[5])
  problem = error_of(answered) or ''
  if problem == '' then redis.pcall('ZADD', ARGV[10], now, replies) end
end
redis.call('XACK', stream, group, id)
return {found and 'kept' or 'deleted', problem}
)lua");
  return made;
}

// A letter of which nothing would be left stays.
const script& requeue_letters_script() {
  static const script made({}, R"lua(
local letters, commands = KEYS[1], ARGV[1]
local left_out = {
  ['x-reason'] = true, ['x-attempts'] = true, ['x-consumer'] = true, ['x-entry'] = true, ['x-time'] = true,
  ['x-ttl'] = true, ['reply-to'] = true,
}
local count = 0
local function requeue(letter)
  local words = {'XADD', commands, '*'}
  local fields = letter[2]
  for i = 1, #fields, 2 do
    if not left_out[fields[i]] then
      words[#words + 1] = fields[i]
      words[#words + 1] = fields[i + 1]
    end
  end
  if #words == 3 then return end
  redis.call(unpack(words))
  redis.call('XDEL', letters, letter[1])
  count = count + 1
end

for i = 2, #ARGV do
  local letter = redis.call('XRANGE', letters, ARGV[i], ARGV[i])[1]
  if letter then requeue(letter) end
end
if #ARGV > 1 then return count end
local from = '-'
repeat
  local page = redis.call('XRANGE', letters, from, '+', 'COUNT', 100)
  for _, letter in ipairs(page) do
    from = '(' .. letter[1]
    requeue(letter)
  end
until #page < 100
return count
)lua");
  return made;
}

}  // namespace clamator::redis::detail
