// A Redis in this process: connections, pipelines, transactions, scripts, blocking reads and channels, on top of
// its keys. It listens on a socket, and does something only when it is told to, so that a schedule decides when.
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "simulation/key_space.hpp"
#include "simulation/script_engine.hpp"
#include "simulation/virtual_time.hpp"
#include "support/unique_fd.hpp"

namespace clamator::simulation {

// What may go wrong with a connection.
enum class breakage {
  before,  // what came is lost
  after,   // what came is done, and the answer is lost
};

class redis_model {
 public:
  using peer = std::uint64_t;  // a connection, as CLIENT ID has it

  explicit redis_model(const std::filesystem::path& socket);
  redis_model(const redis_model&) = delete;
  redis_model& operator=(const redis_model&) = delete;

  // Takes those who want to connect. Each gets `owner`, which is up to the caller.
  void accept(int owner);
  // As when nothing listened there. Whether anybody came.
  bool turn_away();
  // Does all that a connection has sent, and answers.
  void serve(peer who);
  // The same, but the connection breaks on the way.
  void serve_and_break(peer who, breakage how);
  // What they have sent is not looked at any more.
  void close_all(int owner);
  // All connections break, and the data stays, as with appendfsync always.
  void restart();
  // Reads that have waited long enough are answered.
  void end_waits();
  time_point next_end_of_wait() const;

  std::vector<peer> peers(int owner) const;
  std::vector<peer> peers() const;
  int owner(peer who) const { return connections_.at(who).owner; }
  bool connected(peer who) const { return connections_.contains(who); }
  // Whose connections got something, or ended, since this was last asked.
  std::set<int> take_touched() { return std::exchange(touched_, {}); }
  key_space& keys() noexcept { return keys_; }
  // Told of each command before it is done, for a trace.
  void on_command(std::function<void(int owner, const command_line& line)> told) { told_ = std::move(told); }

 private:
  struct waiting {
    command_line line;
    std::string key;
    time_point until;
    bool as_group;
  };
  struct connection {
    test::unique_fd socket;
    int owner;
    std::string in{};
    std::string out{};
    std::string name{};
    bool queueing = false;
    bool broken_transaction = false;
    std::vector<command_line> queued{};
    std::unique_ptr<waiting> wait{};
    std::set<std::string> channels{};
  };

  void receive(connection& from);
  void send(connection& to);
  void run_all(peer who);
  void run(peer who, connection& by, const command_line& line);
  value answer(peer who, connection& by, const command_line& line);
  value client(peer who, connection& by, const command_line& line);
  value script(const command_line& line);
  value publish(const std::string& channel, const std::string& text);
  value transaction(peer who, connection& by);
  bool queue(connection& by, const command_line& line);
  void read(connection& by, const command_line& line);
  void subscribe(connection& by, const command_line& line);
  // Those who wait for what was added, or for what is gone, get their answers.
  void wake();
  value in_script(const std::vector<std::string>& command);

  test::unique_fd listening_;
  key_space keys_;
  script_engine scripts_;
  std::map<peer, connection> connections_;
  peer last_ = 0;
  std::set<int> touched_;
  std::set<std::string> changed_;  // streams that got entries, or are gone or lost a group
  std::function<void(int, const command_line&)> told_;
};

}  // namespace clamator::simulation
