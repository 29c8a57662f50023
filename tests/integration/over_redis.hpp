// What each test here stands on: a redis-server and a key prefix of its own, and clients and servers that are
// started where they are made and stopped where they go.
#pragma once

#include <chrono>
#include <future>
#include <memory>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <clamator/redis/client.hpp>
#include <clamator/redis/server.hpp>

#include "log_lines.hpp"
#include "redis_keys.hpp"
#include "support/redis_server.hpp"
#include "workload/event_loop.hpp"
#include "workload/lifecycle.hpp"
#include "workload/work_contract.hpp"
#include "workload/work_journal.hpp"

namespace clamator::test {

using namespace std::chrono_literals;

// How a call ended: "result", "rpc_error", "protocol_error" or a transport_errc's name.
struct outcome {
  std::string how;
  std::int64_t number = 0;  // the result's, or the error's code
  std::string server;
  std::string text;  // the error's
};
outcome end_of(std::future<job_result> begun);
// How starting or stopping ended.
outcome end_of(std::future<void> begun);

// One server on a loop of its own, as a process would have it.
class running_server {
 public:
  running_server(redis::server_options options, service served, service_options how = {});
  running_server(redis::server_options options, service first, service second);
  ~running_server();

  redis::server& operator*() { return server_; }
  void stop(std::chrono::milliseconds grace = 5s);

 private:
  event_loop loop_;
  redis::server server_;
};

// One client on a loop of its own.
class running_client {
 public:
  explicit running_client(redis::client_options options);
  ~running_client();

  redis::client& operator*() { return client_; }
  std::future<job_result> run(std::int64_t number, std::chrono::milliseconds timeout = 20s);
  std::future<job_result> run_other(std::int64_t number, std::chrono::milliseconds timeout = 20s);
  std::future<void> note(std::int64_t number, std::chrono::milliseconds timeout = 20s);
  // So many calls at a time, numbered from `first`.
  std::vector<std::future<job_result>> run_many(std::int64_t first, std::size_t count,
                                                std::chrono::milliseconds timeout = 20s);
  // Runs on the client's thread.
  void post(std::function<void()> work);
  void stop();

 private:
  event_loop loop_;
  redis::client client_;
};

// How a call ends that gets no result within `timeout`. Redis is asked 16 ms before whether a server has it:
// the call is made again, ten times at most, where its answer comes later than that, as on a busy machine it
// may.
outcome end_by_timeout(running_client& client, std::int64_t number, std::chrono::milliseconds timeout);

std::future<job_result> begin_run(clamator::client& client, std::int64_t number,
                                  std::chrono::milliseconds timeout = 20s);
class over_redis : public ::testing::Test {
 protected:
  explicit over_redis(redis_server_options options = {}) : redis(std::move(options)) {
    // Their users are made while Redis can still be asked.
    serving();
    calling();
  }
  // With CLAMATOR_TEST_USERS, fails where Redis refused anything to the users of serving() and calling().
  // Tests that write a URL of their own log in otherwise: they are about logging in, take rights away, or
  // have one connection for both sides.
  void TearDown() override;

  redis::server_options serving(std::chrono::milliseconds claim_idle = 60s);
  redis::client_options calling();

  log_lines log;  // of all whom the options above are given to
  work_journal journal;
  redis_server redis;
  redis_cli cli{redis};
  const std::string prefix = "app/{1}:it";
  redis_keys keys{cli, prefix};
};

// The same with a Redis that remembers through a crash.
class over_lasting_redis : public over_redis {
 protected:
  over_lasting_redis() : over_redis({.append_only = true}) {}
};

}  // namespace clamator::test
