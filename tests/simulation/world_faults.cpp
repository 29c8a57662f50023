// What a schedule does to a world.
#include <algorithm>
#include <array>

#include "simulation/world.hpp"

namespace clamator::simulation {
namespace {

// From a cut until all goes on as before: a connection that is there again, and a lease that is renewed.
constexpr milliseconds after_a_cut{100};

}  // namespace

void world::freeze(std::size_t server, milliseconds time) {
  freeze_process(servers_[server]->where, time);
}

void world::freeze_client(std::size_t client, milliseconds time) {
  freeze_process(clients_[client]->where, time);
}

void world::freeze_process(process& which, milliseconds time) {
  if (which.frozen()) return;
  say(which.name() + " stands still for " + std::to_string(time.count()) + " ms");
  which.freeze();
  does_not_renew(which);
  ledger_.disturbed(which.id(), virtual_time::now(), virtual_time::now() + time + after_a_cut);
  at(time, [this, id = which.id()] {
    process* const found = living(id);
    if (found == nullptr) return;
    say(found->name() + " goes on");
    found->thaw();
    ready_processes_.insert(id);
  });
}

void world::break_connection(std::uint64_t choice, breakage how, std::size_t bytes) {
  const std::vector<redis_model::peer> peers = redis_.peers();
  if (!peers.empty()) breaking_[peers[choice % peers.size()]] = {how, bytes};
}

void world::break_now(redis_model::peer who, const break_to_come& what) {
  if (!redis_.connected(who)) return;
  const int owner = redis_.owner(who);
  constexpr std::array<const char*, 4> where{"with what it brought", "before its answer", "within its answer",
                                             "and what it brought comes late"};
  say("a connection of " + std::to_string(owner) + " breaks " + where[static_cast<std::size_t>(what.how)]);
  ledger_.disturbed(owner, virtual_time::now(), virtual_time::now() + after_a_cut);
  redis_.serve_and_break(who, what.how, what.bytes);
  touch();
  if (what.how != breakage::late) return;
  held_.insert(who);
  at(milliseconds(random_() % 300), [this, who] {
    held_.erase(who);
    serve(who);
  });
}

void world::hold_connection(std::uint64_t choice, milliseconds time) {
  const std::vector<redis_model::peer> peers = redis_.peers();
  if (peers.empty()) return;
  const redis_model::peer who = peers[choice % peers.size()];
  const int owner = redis_.owner(who);
  say("a connection of " + std::to_string(owner) + " is held for " + std::to_string(time.count()) + " ms");
  held_.insert(who);
  ledger_.disturbed(owner, virtual_time::now(), virtual_time::now() + time + after_a_cut);
  at(time, [this, who] {
    held_.erase(who);
    ready_peers_.insert(who);
  });
}

void world::disturb_all(milliseconds time) {
  const time_point now = virtual_time::now();
  for (const auto& each : servers_) ledger_.disturbed(each->where.id(), now, now + time);
  for (const auto& each : clients_) ledger_.disturbed(each->where.id(), now, now + time);
}

void world::restart_redis(milliseconds down) {
  if (redis_down_) return;
  say("redis is down for " + std::to_string(down.count()) + " ms");
  disturb_all(down + after_a_cut);
  redis_.down();
  touch();
  redis_down_ = true;
  at(down, [this] {
    say("redis is back");
    redis_down_ = false;
    redis_.up();
  });
}

void world::operate(const command_line& line) {
  std::string text;
  for (const std::string& word : line) text += " " + word;
  say("somebody says" + text);
  redis_.operate(line);
  touch();
}

// A server takes back what it holds when it renews its leases. Where it does not come to that, nobody knows
// of it.
void world::delete_consumer(std::size_t server) {
  process& of = servers_[server]->where;
  ledger_.leases_are_forgotten();
  consumers_deleted_[of.id()] = virtual_time::now();
  if (of.frozen()) ledger_.requests_are_lost();
  operate({"XGROUP", "DELCONSUMER", commands_key, "work", "work:" + of.name()});
}

bool world::somebody_is_away() {
  const stored_stream* const stream = redis_.keys().stream(commands_key);
  if (stream == nullptr || !stream->groups.contains("work")) return false;
  const auto is_here = [this](const std::string& consumer) {
    return std::any_of(servers_.begin(), servers_.end(), [&](const auto& each) {
      return "work:" + each->where.name() == consumer && !each->where.frozen();
    });
  };
  const auto& pending = stream->groups.at("work").pending;
  return std::any_of(pending.begin(), pending.end(),
                     [&](const auto& each) { return !is_here(each.second.consumer); });
}

void world::does_not_renew(const process& which) {
  const auto found = consumers_deleted_.find(which.id());
  if (found != consumers_deleted_.end() && virtual_time::now() - found->second < settings_.claim_idle / 2)
    ledger_.requests_are_lost();
}

// Those who serve it do not know what each other has finished, and Redis not what they have begun.
void world::destroy_group() {
  ledger_.leases_are_forgotten();
  ledger_.runs_may_repeat();
  for (const auto& each : servers_) consumers_deleted_[each->where.id()] = virtual_time::now();
  if (somebody_is_away()) ledger_.requests_are_lost();
  operate({"XGROUP", "DESTROY", commands_key, "work"});
}

void world::delete_replies(std::size_t client) {
  operate({"DEL", replies_prefix + clients_[client]->where.name()});
}

void world::delete_everything() {
  ledger_.runs_may_repeat();
  ledger_.requests_are_lost();
  operate({"FLUSHALL"});
}

void world::fill_memory(milliseconds time) {
  if (redis_.keys().is_full()) return;
  say("redis has no memory for " + std::to_string(time.count()) + " ms");
  redis_.keys().fill(true);
  at(time, [this] { redis_.keys().fill(false); });
}

}  // namespace clamator::simulation
