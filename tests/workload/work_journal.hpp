// What the handlers of a test did: what ran where, in which order, how much of it at a time.
#pragma once

#include <chrono>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include <boost/asio/steady_timer.hpp>

#include "workload/work_contract.hpp"

namespace clamator::test {

class work_journal {
 public:
  struct line {
    std::int64_t number;
    std::string server;
    unsigned delivery_count;
    std::string caller;
    std::string caller_instance;
    std::optional<std::chrono::steady_clock::time_point> deadline;
    std::chrono::steady_clock::time_point begun;
  };

  // Handlers that answer with the job's number and `server`: at once; after a wait that leaves their thread
  // free; after one that blocks it; when the gate opens, which never closes again.
  job_handler at_once(std::string server = "a");
  job_handler suspending(std::string server, std::chrono::milliseconds pause);
  job_handler blocking(std::string server, std::chrono::milliseconds pause);
  job_handler gated(std::string server = "a");
  // The same, but deaf to its cancellation.
  job_handler deaf(std::string server = "a");
  void open_gate();

  std::vector<line> lines() const;
  std::size_t begun() const;
  std::size_t ended() const;
  // How many left the gate because their server asked them to.
  std::size_t canceled() const;
  std::size_t most_at_a_time() const;
  // How often each number ran.
  std::map<std::int64_t, std::size_t> runs() const;
  std::vector<std::int64_t> order() const;
  std::size_t of_server(const std::string& server) const;
  void wait_begun(std::size_t count) const;
  void wait_ended(std::size_t count) const;

 private:
  job_handler waiting(std::string server, bool listens);
  void begin(const job& what, const std::string& server, const call_context& context);
  void end();

  mutable std::mutex mutex_;
  std::vector<line> lines_;
  std::size_t ended_ = 0;
  std::size_t canceled_ = 0;
  std::size_t most_ = 0;
  bool open_ = false;
  // The handlers own them: a timer must not outlive its event loop, as the journal does.
  std::vector<std::weak_ptr<asio::steady_timer>> waiting_;
};

}  // namespace clamator::test
