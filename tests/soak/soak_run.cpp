#include "soak/soak_run.hpp"

#include <cstdio>
#include <fstream>
#include <thread>

namespace clamator::soak {
namespace {

using namespace std::chrono_literals;

// Less than this and what is measured is chance: reply streams and servers' memories of what they did are not
// full yet.
constexpr std::size_t calls_to_measure = 20'000;
// A server writes so much while it runs 10,000 requests, which is how many it remembers.
constexpr std::uintmax_t warm_journal = 1'000'000;
constexpr auto pause = 20ms;

std::int64_t own_bytes(pid_t pid) {
  std::ifstream in("/proc/" + std::to_string(pid) + "/status");
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("RssAnon:")) return std::stoll(line.substr(8)) * 1024;
  }
  return 0;
}

test::redis_server_options redis_options() {
  // Written anew more often than by default, so that it is read again within a moment.
  return {.append_only = true, .arguments = {"--auto-aof-rewrite-min-size", "8mb"}};
}

}  // namespace

soak_run::soak_run(const soak_settings& settings, const std::filesystem::path& journals)
    : settings_(settings),
      journals_(journals),
      driver_(journals / "driver.journal"),
      redis_(redis_options()),
      state_(redis_.port()),
      witness_(std::in_place, redis_.port(), journals / "witness.journal"),
      pool_(settings, redis_.url(), journals, driver_,
            [this](const std::string& name) { witness_->watch(name); }) {}

void soak_run::perform() {
  driver_.note("figure claim_idle_ms " + std::to_string(settings_.claim_idle.count()));
  driver_.write("figure calls " + std::to_string(settings_.calls));
  pool_.start();
  warm_up();
  call_under_faults();
  finish();
}

void soak_run::warm_up() {
  pool_.call(settings_.calls / 10);
  wait_for_clients();
  state_.wait_drained(60s);
  if (settings_.calls < calls_to_measure) return;
  redis_before_ = state_.resting_memory();
  for (member& each : pool_.members()) {
    if (each.client()) each.resident = own_bytes(each.process.pid());
  }
}

void soak_run::call_under_faults() {
  pool_.call(settings_.calls - settings_.calls / 10);
  std::optional<fault_plan> plan;
  if (!settings_.faults.empty()) plan.emplace(settings_.seed, settings_.faults, settings_.every);
  std::optional<fault> next;
  clock::time_point due{};
  progressed_ = clock::now();
  while (!pool_.clients_done() && !stuck()) {
    if (plan && !next) {
      next = plan->next();
      due = clock::now() + next->after;
    }
    if (next && clock::now() >= due) {
      suffer(*next);
      next.reset();
    }
    pool_.attend();
    watch_memory(false);
    std::this_thread::sleep_for(pause);
  }
  pool_.thaw_all();
}

void soak_run::wait_for_clients() {
  progressed_ = clock::now();
  while (!pool_.clients_done() && !stuck()) {
    pool_.attend();
    std::this_thread::sleep_for(pause);
  }
}

// Each call ends within its timeout, and is written down then.
bool soak_run::stuck() {
  std::uintmax_t written = 0;
  for (const member& each : pool_.members()) {
    if (each.client()) written += std::filesystem::file_size(pool_.journal_of(each.name));
  }
  if (written != written_) progressed_ = clock::now();
  written_ = written;
  return clock::now() > progressed_ + settings_.timeout + 30s;
}

void soak_run::suffer(const fault& next) {
  const std::string victim = suffered(next);
  if (victim.empty()) return;
  driver_.write("fault " + std::string(to_string(next.kind)) + " " + victim);
}

std::string soak_run::suffered(const fault& next) {
  switch (next.kind) {
    case fault_kind::server:
      return pool_.kill_server(next.choice);
    case fault_kind::client:
      return pool_.kill_client(next.choice);
    case fault_kind::connection:
      return state_.close_connection(next.choice);
    case fault_kind::freeze:
      return pool_.freeze_server(next.choice);
    case fault_kind::redis:
      break;
  }
  restart_redis();
  return "redis";
}

void soak_run::restart_redis() {
  driver_.write("redis_killed");
  redis_.kill();
  redis_.restart();
  driver_.write("redis_back");
}

void soak_run::finish() {
  const backlog left = state_.wait_drained(60s);
  for (const std::string& key : state_.dead_letters()) driver_.note("dead " + key);
  driver_.note("figure pending " + std::to_string(left.pending));
  driver_.write("figure unread " + std::to_string(left.unread));
  if (settings_.calls >= calls_to_measure) {
    const std::int64_t with_left_behind = state_.resting_memory();
    state_.remove_left_behind(pool_.gone());
    const std::int64_t now = state_.resting_memory();
    driver_.write("figure left_behind " + std::to_string(with_left_behind - now));
    measure("redis", redis_before_, now);
    watch_memory(true);
  }
  pool_.stop();
  witness_.reset();
}

// Of servers, when each has warmed up; at the end, of all.
void soak_run::watch_memory(bool all) {
  if (settings_.calls < calls_to_measure) return;
  for (member& each : pool_.members()) {
    const std::int64_t now = own_bytes(each.process.pid());
    if (all && each.resident > 0 && (!each.client() || each.lasting)) measure(each.name, each.resident, now);
    if (all || each.client() || each.resident > 0) continue;
    if (std::filesystem::file_size(pool_.journal_of(each.name)) > warm_journal) each.resident = now;
  }
}

void soak_run::measure(const std::string& what, std::int64_t before, std::int64_t after) {
  driver_.write("measured " + what + " " + std::to_string(before) + " " + std::to_string(after));
}

}  // namespace clamator::soak
