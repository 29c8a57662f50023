#include "soak/process_pool.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace clamator::soak {
namespace {

std::string kind_name(process_kind kind) {
  switch (kind) {
    case process_kind::cpp_server:
      return "cpp_server";
    case process_kind::python_server:
      return "python_server";
    default:
      return "client";
  }
}

std::string letter(process_kind kind) {
  return kind == process_kind::client ? "c" : kind == process_kind::cpp_server ? "s" : "p";
}

}  // namespace

bool member::done() const {
  const std::string said = process.output();
  std::size_t ends = 0;
  for (std::size_t at = said.find("done\n"); at != std::string::npos; at = said.find("done\n", at + 1))
    ++ends;
  return ends == commands;
}

process_pool::process_pool(const soak_settings& settings, std::string url, std::filesystem::path journals,
                           journal& driver, std::function<void(const std::string&)> client_started)
    : settings_(settings),
      url_(std::move(url)),
      journals_(std::move(journals)),
      driver_(driver),
      client_started_(std::move(client_started)) {}

// C++ servers first: they create the group at its beginning, where a Python server passes over what is there.
void process_pool::start() {
  add(process_kind::cpp_server, settings_.cpp_servers);
  members_.front().lasting = settings_.cpp_servers > 1;
  add(process_kind::python_server, settings_.python_servers);
  add(process_kind::client, settings_.clients + 1);
  members_.back().lasting = true;
}

void process_pool::add(process_kind kind, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) members_.push_back(started(kind));
}

member process_pool::started(process_kind kind) {
  const std::string name = letter(kind) + std::to_string(++named_);
  std::vector<std::string> words;
  if (kind == process_kind::client) {
    words = {CLAMATOR_SOAK_CLIENT};
  } else if (kind == process_kind::cpp_server) {
    words = {CLAMATOR_SOAK_SERVER};
  } else {
    words = {CLAMATOR_SOAK_PYTHON, CLAMATOR_SOAK_PYTHON_SERVER};
  }
  words.insert(words.end(), {url_, key_prefix, name, journal_of(name).string()});
  if (kind == process_kind::client) {
    const std::uint64_t seed = settings_.seed * 1'000'003 + named_;
    words.insert(words.end(), {std::to_string(settings_.window), std::to_string(settings_.timeout.count()),
                               std::to_string(seed), std::to_string(settings_.claim_idle.count() * 5 / 4)});
    client_started_(name);
  } else {
    words.push_back(std::to_string(settings_.claim_idle.count()));
    if (kind == process_kind::cpp_server) words.push_back(std::to_string(settings_.concurrency));
  }
  driver_.write("started " + name + " " + kind_name(kind));
  member made{name, kind, test::child_process(words)};
  made.process.wait_for_line("ready");
  return made;
}

void process_pool::call(std::size_t calls) {
  std::size_t clients = settings_.clients + 1;
  for (member& each : members_) {
    if (!each.client()) continue;
    const std::size_t share = calls / clients--;
    assign(each, share);
    calls -= share;
  }
}

void process_pool::assign(member& which, std::size_t calls) {
  which.assigned += calls;
  ++which.commands;
  which.process.write("run " + std::to_string(calls) + "\n");
}

bool process_pool::clients_done() const {
  return std::all_of(members_.begin(), members_.end(),
                     [](const member& each) { return !each.client() || each.done(); });
}

member* process_pool::choose(std::uint64_t choice, const std::function<bool(const member&)>& allowed) {
  std::vector<member*> candidates;
  for (member& each : members_) {
    if (allowed(each)) candidates.push_back(&each);
  }
  return candidates.empty() ? nullptr : candidates[choice % candidates.size()];
}

std::string process_pool::kill_server(std::uint64_t choice) {
  member* const victim =
      choose(choice, [](const member& each) { return !each.client() && !each.lasting && !each.thaw_at; });
  if (victim == nullptr) return {};
  std::string name = victim->name;
  kill_and_replace(*victim);
  return name;
}

std::string process_pool::kill_client(std::uint64_t choice) {
  member* const victim = choose(choice, [](const member& each) { return each.client() && !each.lasting; });
  if (victim == nullptr) return {};
  std::string name = victim->name;
  kill_and_replace(*victim);
  return name;
}

void process_pool::kill_and_replace(member& which) {
  driver_.write("killed " + which.name);
  which.process.kill();
  replace(which);
}

// The successor of a client makes the calls that it did not come to.
void process_pool::replace(member& which) {
  gone_.push_back(which.name);
  const std::size_t left = which.client() ? which.assigned - launched_by(which.name) : 0;
  const bool lasting = which.lasting;
  which = started(which.kind);
  which.lasting = lasting;
  if (which.client()) assign(which, left);
}

std::size_t process_pool::launched_by(const std::string& name) const {
  std::ifstream in(journal_of(name));
  std::size_t count = 0;
  for (std::string line; std::getline(in, line) && !in.eof();)
    count += line.find(" launched ") != std::string::npos;
  return count;
}

// At least one C++ server goes on serving.
std::string process_pool::freeze_server(std::uint64_t choice) {
  const auto serving = std::count_if(members_.begin(), members_.end(), [](const member& each) {
    return each.kind == process_kind::cpp_server && !each.thaw_at;
  });
  member* const victim = choose(choice, [&](const member& each) {
    return !each.client() && !each.thaw_at && (serving > 1 || each.kind == process_kind::python_server);
  });
  if (victim == nullptr) return {};
  driver_.write("frozen " + victim->name);
  victim->process.pause();
  victim->thaw_at = std::chrono::steady_clock::now() + settings_.claim_idle * 3 / 2;
  return victim->name;
}

void process_pool::attend() {
  const auto now = std::chrono::steady_clock::now();
  for (member& each : members_) {
    if (each.thaw_at && *each.thaw_at <= now) {
      each.process.resume();
      each.thaw_at.reset();
      driver_.write("thawed " + each.name);
    }
    if (each.process.running()) continue;
    driver_.write("died " + each.name + " " + std::to_string(each.process.wait_exit()));
    driver_.write("said " + in_one_line(each.process.errors()));
    replace(each);
  }
}

void process_pool::thaw_all() {
  for (member& each : members_) {
    if (each.thaw_at) each.thaw_at = std::chrono::steady_clock::time_point::min();
  }
  attend();
}

void process_pool::stop() {
  for (member& each : members_) each.process.close_input();
  for (member& each : members_) {
    std::string status = "none";
    try {
      const int exit = each.process.wait_exit();
      if (exit == 0) continue;
      status = std::to_string(exit);
    } catch (const std::runtime_error&) {
      each.process.kill();
    }
    driver_.write("died " + each.name + " " + status);
    driver_.write("said " + in_one_line(each.process.errors()));
  }
}

}  // namespace clamator::soak
