#include "over_redis.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/use_future.hpp>

namespace clamator::test {
namespace {

template <class Function>
outcome ending(Function function) {
  try {
    return function();
  } catch (const rpc_error& error) {
    return {"rpc_error", error.code(), {}, error.what()};
  } catch (const protocol_error& error) {
    return {"protocol_error", 0, {}, error.what()};
  } catch (const transport_error& error) {
    return {std::string(to_string(error.code())), 0, {}, error.what()};
  }
}

}  // namespace

outcome end_of(std::future<job_result> begun) {
  return ending([&] {
    job_result result = finished(std::move(begun));
    return outcome{"result", result.number, std::move(result.server), {}};
  });
}

outcome end_of(std::future<void> begun) {
  return ending([&] {
    finished(std::move(begun));
    return outcome{"result", 0, {}, {}};
  });
}

outcome end_by_timeout(running_client& client, std::int64_t number, std::chrono::milliseconds timeout) {
  for (int left = 9;; --left) {
    outcome end = end_of(client.run(number, timeout));
    if (end.how != "timed_out" || left == 0) return end;
  }
}

std::future<job_result> begin_run(clamator::client& client, std::int64_t number,
                                  std::chrono::milliseconds timeout) {
  return client.call(work_run, job(number), {.timeout = timeout}, asio::use_future);
}
running_server::running_server(redis::server_options options, service served, service_options how)
    : server_(loop_.get_executor(), std::move(options)) {
  server_.register_service(std::move(served), how);
  finished(begin_start(server_));
}

running_server::running_server(redis::server_options options, service first, service second)
    : server_(loop_.get_executor(), std::move(options)) {
  server_.register_service(std::move(first));
  server_.register_service(std::move(second));
  finished(begin_start(server_));
}

running_server::~running_server() {
  try {
    stop(0ms);
  } catch (const std::exception& error) {
    ADD_FAILURE() << "stopping a server: " << error.what();
  }
}

void running_server::stop(std::chrono::milliseconds grace) {
  finished(begin_stop(server_, grace));
}

running_client::running_client(redis::client_options options)
    : client_(loop_.get_executor(), std::move(options)) {
  finished(begin_start(client_));
}

running_client::~running_client() {
  try {
    stop();
  } catch (const std::exception& error) {
    ADD_FAILURE() << "stopping a client: " << error.what();
  }
}

std::future<job_result> running_client::run(std::int64_t number, std::chrono::milliseconds timeout) {
  return begin_run(client_, number, timeout);
}

std::future<job_result> running_client::run_other(std::int64_t number, std::chrono::milliseconds timeout) {
  return client_.call(other_run, job(number), {.timeout = timeout}, asio::use_future);
}

std::future<void> running_client::note(std::int64_t number, std::chrono::milliseconds timeout) {
  return client_.notify(work_note, job(number), {.timeout = timeout}, asio::use_future);
}

std::vector<std::future<job_result>> running_client::run_many(std::int64_t first, std::size_t count,
                                                              std::chrono::milliseconds timeout) {
  std::vector<std::future<job_result>> begun;
  begun.reserve(count);
  for (std::size_t i = 0; i < count; ++i) begun.push_back(run(first + static_cast<std::int64_t>(i), timeout));
  return begun;
}

void running_client::post(std::function<void()> work) {
  asio::post(loop_.get_executor(), std::move(work));
}

void running_client::stop() {
  finished(begin_stop(client_));
}

void over_redis::TearDown() {
  // Where it does not run any more, or hangs, it cannot be asked.
  if (!redis.answers()) return;
  for (const std::string& line : redis.refused(cli))
    ADD_FAILURE() << "docs/security.md gives no right to: " << line;
}

redis::server_options over_redis::serving(std::chrono::milliseconds claim_idle) {
  redis::server_options options{.key_prefix = prefix};
  options.connection.url = redis.url(redis_role::worker, prefix);
  options.consumer_claim_idle = claim_idle;
  options.log = log.sink();
  return options;
}

redis::client_options over_redis::calling() {
  redis::client_options options{.key_prefix = prefix};
  options.connection.url = redis.url(redis_role::caller, prefix);
  options.log = log.sink();
  return options;
}

}  // namespace clamator::test
