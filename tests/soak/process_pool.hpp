// The servers and clients of a soak: starting, killing, freezing and replacing them.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "soak/journal.hpp"
#include "soak/record.hpp"
#include "soak/settings.hpp"
#include "support/child_process.hpp"

namespace clamator::soak {

struct member {
  std::string name;
  process_kind kind;
  test::child_process process;
  bool lasting = false;      // is never killed
  std::size_t assigned = 0;  // calls it was told to make
  std::size_t commands = 0;  // in how many portions
  std::optional<std::chrono::steady_clock::time_point> thaw_at{};
  std::int64_t resident = 0;  // bytes when it had warmed up; 0: not yet

  bool client() const noexcept { return kind == process_kind::client; }
  bool done() const;  // with all it was told
};

// What it does to whom goes into `driver`, and what they do into journals of their own.
class process_pool {
 public:
  // `client_started` hears the name of each.
  process_pool(const soak_settings& settings, std::string url, std::filesystem::path journals,
               journal& driver, std::function<void(const std::string&)> client_started);

  // Returns when all serve or are connected.
  void start();
  // Divides them among the clients.
  void call(std::size_t calls);
  bool clients_done() const;

  // These return the victim's name, empty where there is none that may be taken.
  std::string kill_server(std::uint64_t choice);
  std::string kill_client(std::uint64_t choice);
  std::string freeze_server(std::uint64_t choice);

  // What is to be done from time to time: those whose time it is go on, and those that ended by themselves
  // get a successor.
  void attend();
  void thaw_all();
  // Ends all in order; those that do not end within a while count as having ended by themselves.
  void stop();

  std::vector<member>& members() noexcept { return members_; }
  // Of processes that are gone.
  const std::vector<std::string>& gone() const noexcept { return gone_; }
  std::filesystem::path journal_of(const std::string& name) const { return journals_ / (name + ".journal"); }

 private:
  member started(process_kind kind);
  void add(process_kind kind, std::size_t count);
  void kill_and_replace(member& which);
  void replace(member& which);
  void assign(member& which, std::size_t calls);
  std::size_t launched_by(const std::string& name) const;
  member* choose(std::uint64_t choice, const std::function<bool(const member&)>& allowed);

  const soak_settings& settings_;
  std::string url_;
  std::filesystem::path journals_;
  journal& driver_;
  std::function<void(const std::string&)> client_started_;
  std::vector<member> members_;
  std::vector<std::string> gone_;
  std::size_t named_ = 0;
};

}  // namespace clamator::soak
