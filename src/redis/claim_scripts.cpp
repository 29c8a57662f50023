#include "redis/claim_scripts.hpp"

namespace clamator::redis::detail {

// A consumer holds no more than 64 or what it runs at a time. Where others hold more, a second look after
// each claim covers the rest before it is their turn. What was exhausted is counted once more when it is
// claimed: who holds it with more than that has not begun it, and may have died before it was a dead letter.
const script& claim_script() {
  static const script made({}, R"lua(
local stream, group, me = KEYS[1], ARGV[1], ARGV[2]
local free, most, concurrency = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local own = {}
for i = 7, #ARGV do own[ARGV[i]] = true end
local gone, taken = {}, {}

local function entry(id)
  local found = redis.call('XRANGE', stream, id, id)[1]
  if not found and redis.call('XACK', stream, group, id) == 1 then gone[#gone + 1] = id end
  return found
end

local not_begun, looked = {}, {[me] = true}
local function set_back(owner)
  if looked[owner] then return end
  looked[owner] = true
  local begun = 0
  for _, held in ipairs(redis.call('XPENDING', stream, group, '-', '+', 2 * concurrency + 64, owner)) do
    local id, idle, count = held[1], held[3], held[4]
    if most == 0 or count <= most then begun = begun + 1 end
    if begun > concurrency and count == 1 then
      not_begun[id] = true
      local kept = redis.call('XCLAIM', stream, group, owner, 0, id, 'IDLE', idle, 'RETRYCOUNT', 0, 'JUSTID')
      if #kept == 0 then gone[#gone + 1] = id end
    end
  end
end

local from = '-'
repeat
  local page = redis.call('XPENDING', stream, group, 'IDLE', ARGV[3], from, '+', 100)
  for _, pending in ipairs(page) do
    local id, owner, count = pending[1], pending[2], pending[4]
    from = '(' .. id
    if free > 0 and (owner ~= me or own[id]) then
      set_back(owner)
      local found = entry(id)
      if found then
        if not_begun[id] then count = 0 end
        local exhausted = most > 0 and count >= most
        if not exhausted then free = free - 1 end
        if not exhausted or count == most then count = count + 1 end
        redis.call('XCLAIM', stream, group, me, 0, id, 'RETRYCOUNT', count, 'JUSTID')
        taken[#taken + 1] = {found[1], found[2], exhausted and count - 1 or count, exhausted and 1 or 0, owner}
      end
    end
  end
until free == 0 or #page < 100 or #taken > 1000
return {gone, taken}
)lua");
  return made;
}

const script& recover_script() {
  static const script made({}, R"lua(
local lost = {}
for i = 3, #ARGV, 2 do
  local id = ARGV[i]
  local pending = redis.call('XPENDING', KEYS[1], ARGV[1], id, id, 1, ARGV[2])
  if #pending == 1 then
    redis.call('XCLAIM', KEYS[1], ARGV[1], ARGV[2], 0, id, 'RETRYCOUNT', ARGV[i + 1], 'JUSTID')
  else
    lost[#lost + 1] = id
  end
end
return lost
)lua");
  return made;
}

}  // namespace clamator::redis::detail
