// A Redis in this process: connections, pipelines, transactions, scripts, blocking reads and channels, on top
// of its keys. It does something only when it is told to, so that a schedule decides when.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "simulation/kernel.hpp"
#include "simulation/key_space.hpp"
#include "simulation/script_engine.hpp"
#include "simulation/virtual_time.hpp"

namespace clamator::simulation {

// What may go wrong with a connection.
enum class breakage {
  before,  // what came is lost
  after,   // what came is done, and the answer is lost
  midway,  // what came is done, and a part of the answer arrives
  late,    // the other side sees it broken, and what it sent is done later
};

class redis_model {
 public:
  using peer = std::uint64_t;  // a connection, as CLIENT ID has it

  redis_model();
  ~redis_model();
  redis_model(const redis_model&) = delete;
  redis_model& operator=(const redis_model&) = delete;

  // Looks who has sent something, or left, since it was last asked. Those who want to connect are taken; they
  // belong to `owner`, whatever that is to the caller.
  std::vector<peer> look(int owner);
  // Does all that a connection has sent, and answers.
  void serve(peer who);
  // The same, but the connection breaks on the way; midway behind so many bytes of the answer. One that
  // breaks late is still there, and to be served once more.
  void serve_and_break(peer who, breakage how, std::size_t bytes);
  // What they have sent is not looked at any more.
  void close_all(int owner);
  // All connections break, and the data stays, as with appendfsync always. Until up() nobody can connect.
  void down();
  void up() { kernel::listen(true); }
  // As an operator, from a connection that does not count.
  value operate(const command_line& line);
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
    std::shared_ptr<far_end> link;
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

  void erase(peer who);
  // It waits no longer, and may have sent more meanwhile.
  void end_wait(peer who, connection& of, const value& result);
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

  key_space keys_;
  script_engine scripts_;
  std::map<peer, connection> connections_;
  peer last_ = 0;
  std::set<int> touched_;
  std::vector<peer> more_;         // whose commands wait behind a read that has ended
  std::set<std::string> changed_;  // streams that got entries, or are gone or lost a group
  std::function<void(int, const command_line&)> told_;
};

}  // namespace clamator::simulation
