#include "simulation/world.hpp"

#include <algorithm>
#include <charconv>

namespace clamator::simulation {
namespace {

// Of the job in a request's envelope; 0 where there is none.
std::int64_t number_in(const entry_fields& fields) {
  for (std::size_t i = 0; i + 1 < fields.size(); i += 2) {
    if (fields[i] != "envelope") continue;
    constexpr std::string_view name = R"("number":)";
    const std::size_t at = fields[i + 1].find(name);
    std::int64_t number = 0;
    if (at != std::string::npos)
      std::from_chars(fields[i + 1].data() + at + name.size(), fields[i + 1].data() + fields[i + 1].size(),
                      number);
    return number;
  }
  return 0;
}

const std::string letters_key = "app:dead:work";

}  // namespace

world::world(world_settings settings, std::uint64_t seed)
    : settings_(settings), random_(seed), ledger_(settings.claim_idle, settings.max_attempts) {
  redis_.keys().on_entry([this](const std::string& key) { entry_added(key); });
}

void world::trace(bool on) {
  tracing_ = on;
  if (!on) return;
  redis_.on_command([this](int owner, const command_line& line) {
    std::string text = std::to_string(owner) + ">";
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[0].starts_with("EVAL") && i == 1) continue;
      text += " " + (line[i].size() > 100 ? line[i].substr(0, 100) + "..." : line[i]);
    }
    say(text);
  });
}

void world::say(const std::string& what) {
  if (!tracing_) return;
  traced_ += std::to_string(virtual_time::wall() % 1'000'000) + " " + what + "\n";
}

void world::at(milliseconds from_now, std::function<void()> what) {
  later_.push_back({virtual_time::now() + from_now, std::move(what)});
}

process* world::living(int id) {
  for (const auto& each : servers_)
    if (each->where.id() == id) return &each->where;
  for (const auto& each : clients_)
    if (each->where.id() == id) return &each->where;
  return nullptr;
}

void world::poll(process& which) {
  const int id = which.id();
  which.poll();
  for (const redis_model::peer each : redis_.look(id)) ready_peers_.insert(each);
  bury();
}

// The connection's other end may be anybody's by now.
void world::serve(redis_model::peer who) {
  if (const auto found = breaking_.extract(who)) return break_now(who, found.mapped());
  redis_.serve(who);
  touch();
}

void world::touch() {
  ready_processes_.merge(redis_.take_touched());
}

bool world::step() {
  std::vector<process*> processes;
  for (const int id : ready_processes_) {
    process* const found = living(id);
    if (found != nullptr && !found->frozen()) processes.push_back(found);
  }
  std::vector<redis_model::peer> peers;
  for (const redis_model::peer who : ready_peers_)
    if (!held_.contains(who) && !redis_down_) peers.push_back(who);
  if (processes.empty() && peers.empty()) return false;
  const std::size_t chosen = random_() % (processes.size() + peers.size());
  if (chosen < processes.size()) {
    ready_processes_.erase(processes[chosen]->id());
    poll(*processes[chosen]);
  } else {
    const redis_model::peer who = peers[chosen - processes.size()];
    ready_peers_.erase(who);
    serve(who);
  }
  return true;
}

void world::wake_all() {
  const auto wake = [this](const process& which) {
    if (!which.frozen() && which.next_timer() <= virtual_time::now()) ready_processes_.insert(which.id());
  };
  for (const auto& each : servers_) wake(each->where);
  for (const auto& each : clients_) wake(each->where);
  redis_.end_waits();
  touch();
}

// To when something happens, but not behind `limit`, which is returned to be reached.
bool world::next_time(time_point limit) {
  time_point next = std::min(limit, redis_.next_end_of_wait());
  for (const auto& each : servers_)
    if (!each->where.frozen()) next = std::min(next, each->where.next_timer());
  for (const auto& each : clients_)
    if (!each->where.frozen()) next = std::min(next, each->where.next_timer());
  for (const later& each : later_) next = std::min(next, each.when);
  virtual_time::advance_to(next);
  for (std::size_t i = 0; i < later_.size();) {
    if (later_[i].when > virtual_time::now()) {
      ++i;
      continue;
    }
    const auto what = std::move(later_[i].what);
    later_.erase(later_.begin() + static_cast<std::ptrdiff_t>(i));
    what();
  }
  wake_all();
  return next < limit;
}

bool world::run_until(const std::function<bool()>& done, milliseconds at_most) {
  const time_point limit = virtual_time::now() + at_most;
  for (;;) {
    if (done()) return true;
    if (step()) continue;
    if (!next_time(limit)) {
      while (step()) {
      }
      return done();
    }
  }
}

void world::run_for(milliseconds time) {
  run_until([] { return false; }, time);
}

void world::entry_added(const std::string& key) {
  const stored_stream* const stream = redis_.keys().stream(key);
  if (stream == nullptr || stream->entries.empty()) return;
  const auto& [id, fields] = *stream->entries.rbegin();
  if (key == commands_key) entries_[number_in(fields)] = id;
  if (key == letters_key) ledger_.kept(number_in(fields));
}

bool world::holds(const std::string& consumer, std::int64_t key) {
  const stored_stream* const stream = redis_.keys().stream(commands_key);
  if (stream == nullptr) return false;
  const auto of = stream->groups.find("work");
  if (of == stream->groups.end()) return false;
  const auto found = of->second.pending.find(entries_[key]);
  return found != of->second.pending.end() && found->second.consumer == consumer;
}

bool world::queue_is_empty() {
  const stored_stream* const stream = redis_.keys().stream(commands_key);
  if (stream == nullptr) return true;
  if (stream->groups.empty()) return stream->entries.empty();
  for (const auto& [name, of] : stream->groups) {
    if (!of.pending.empty() || stream->entries.upper_bound(of.last_delivered) != stream->entries.end())
      return false;
  }
  return true;
}

std::vector<std::string> world::left_behind() {
  std::vector<std::string> found;
  for (const auto& [key, what] : redis_.keys().keys()) {
    const auto* const stream = std::get_if<stored_stream>(&what);
    if (stream == nullptr) continue;
    if (key.starts_with(replies_prefix)) {
      const bool of_living = std::any_of(clients_.begin(), clients_.end(), [&](const auto& each) {
        return replies_prefix + each->where.name() == key;
      });
      if (!of_living) found.push_back("the reply stream " + key + " of a client that is gone");
    }
    if (key != commands_key) continue;
    if (stream->entries.size() > 1)
      found.push_back(std::to_string(stream->entries.size()) + " finished requests on " + key);
    for (const auto& [name, of] : stream->groups) {
      for (const auto& [consumer, each] : of.consumers) {
        const bool lives = std::any_of(servers_.begin(), servers_.end(), [&](const auto& server) {
          return "work:" + server->where.name() == consumer;
        });
        if (!lives) found.push_back("the consumer " + consumer + " of a server that is gone");
      }
    }
  }
  return found;
}

}  // namespace clamator::simulation
