// One Redis, servers and clients, and what a schedule can do to them.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <boost/asio/cancellation_signal.hpp>

#include <clamator/redis/client.hpp>
#include <clamator/redis/server.hpp>

#include "simulation/call_ledger.hpp"
#include "simulation/process.hpp"
#include "simulation/redis_model.hpp"
#include "workload/work_contract.hpp"

namespace clamator::simulation {

namespace asio = boost::asio;
using std::chrono::milliseconds;

inline const std::string commands_key = "app:cmds:work";
inline const std::string replies_prefix = "app:replies:";

struct world_settings {
  milliseconds claim_idle{1200};
  milliseconds cleanup_after{2000};
  unsigned max_attempts = 3;
  std::size_t concurrency = 1;
  bool resend = false;
};

// How the handler of a job behaves.
struct job_plan {
  milliseconds length{0};
  bool poisonous = false;  // its process is killed
  bool deaf = false;       // to its cancellation
};

struct simulated_server {
  simulated_server(int id, std::string name) : where(id, std::move(name)) {}
  process where;
  std::unique_ptr<redis::server> server{};
  bool started = false;
  bool stopping = false;
  bool stopped = false;
};

struct simulated_client {
  simulated_client(int id, std::string name) : where(id, std::move(name)) {}
  process where;
  std::unique_ptr<redis::client> client{};
  bool started = false;
  std::map<std::int64_t, std::unique_ptr<asio::cancellation_signal>> calls{};
};

class world {
 public:
  world(world_settings settings, std::uint64_t seed);

  void trace(bool on);

  void add_server(std::string name = {});
  void add_client();
  void call(std::size_t client, const job_plan& plan, milliseconds timeout, bool notification);
  void cancel(std::size_t client, std::uint64_t choice);
  void stop_server(std::size_t which);

  void kill_server(std::size_t which);
  void kill_client(std::size_t which);
  void freeze(std::size_t server, milliseconds time);
  void freeze_client(std::size_t client, milliseconds time);
  // With the next that it brings.
  void break_connection(std::uint64_t choice, breakage how, std::size_t bytes);
  // It is neither read from nor answered.
  void hold_connection(std::uint64_t choice, milliseconds time);
  void restart_redis(milliseconds down);
  void fill_memory(milliseconds time);
  // Under the feet of those who use them.
  void delete_consumer(std::size_t server);
  void destroy_group();
  void delete_replies(std::size_t client);
  void delete_everything();
  // Lets everything go on for that long.
  void run_for(milliseconds time);
  // The same until `done`, at most that long. Whether it was.
  bool run_until(const std::function<bool()>& done, milliseconds at_most);

  std::vector<std::unique_ptr<simulated_server>>& servers() noexcept { return servers_; }
  std::vector<std::unique_ptr<simulated_client>>& clients() noexcept { return clients_; }
  call_ledger& ledger() noexcept { return ledger_; }
  // What is wrong with what Redis holds, when all has been done and cleaned up.
  std::vector<std::string> left_behind();
  bool queue_is_empty();
  // Whether all that was done to it is over.
  bool is_calm() const noexcept { return later_.empty(); }
  const std::string& traced() const noexcept { return traced_; }

 private:
  struct later {
    time_point when;
    std::function<void()> what;
  };

  struct break_to_come {
    breakage how;
    std::size_t bytes;
  };

  void say(const std::string& what);
  asio::awaitable<test::job_result> handle(int server, std::string name, test::job what,
                                           call_context& context);
  process* living(int id);
  // One thing that is ready, chosen by chance. False where nothing is.
  bool step();
  bool next_time(time_point limit);
  void wake_all();
  // Those to whom Redis has sent something are ready.
  void touch();
  void poll(process& which);
  void serve(redis_model::peer who);
  void break_now(redis_model::peer who, const break_to_come& what);
  void bury();
  void at(milliseconds from_now, std::function<void()> what);
  void operate(const command_line& line);
  // Whether something is pending for a server that is dead, or stands still.
  bool somebody_is_away();
  // Where it does not take back in time what a deleted consumer held, that is lost.
  void does_not_renew(const process& which);
  void disturb_all(milliseconds time);
  void entry_added(const std::string& key);
  bool holds(const std::string& consumer, std::int64_t key);
  void kill_process(process& which);
  void freeze_process(process& which, milliseconds time);

  world_settings settings_;
  std::mt19937_64 random_;
  redis_model redis_;
  call_ledger ledger_;
  std::vector<std::unique_ptr<simulated_server>> servers_;
  std::vector<std::unique_ptr<simulated_client>> clients_;
  std::map<std::int64_t, job_plan> plans_;
  std::map<std::int64_t, stream_id> entries_;  // by their call
  std::set<int> ready_processes_;
  std::set<redis_model::peer> ready_peers_;
  std::map<redis_model::peer, break_to_come> breaking_;
  std::map<int, time_point> consumers_deleted_;
  std::set<redis_model::peer> held_;
  std::vector<later> later_;
  std::set<int> condemned_;  // killed by their own handler, which is still on the stack
  int last_process_ = 0;
  std::int64_t last_key_ = 0;
  bool redis_down_ = false;
  bool tracing_ = false;
  std::string traced_;
};

}  // namespace clamator::simulation
