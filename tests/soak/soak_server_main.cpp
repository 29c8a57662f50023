// A C++ server of the soak: soak_server URL PREFIX NAME JOURNAL CLAIM_IDLE_MS CONCURRENCY
//
// Says "ready" when it serves, and stops in order when its standard input ends.
#include <chrono>
#include <cstdio>
#include <memory>
#include <string>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <clamator/redis/server.hpp>

#include "soak/job.hpp"
#include "soak/journal.hpp"
#include "soak/standard_input.hpp"

namespace clamator::soak {
namespace {

class handler {
 public:
  handler(std::string name, std::shared_ptr<journal> book) : name_(std::move(name)), book_(std::move(book)) {}

  asio::awaitable<job_result> operator()(job what, call_context& context) const {
    const std::string id = context.is_notification() ? "-" : std::string(context.request_id());
    book_->write("begin " + what.key + " " + std::to_string(context.delivery_count()) + " " + id);
    if (what.ms > 0) {
      asio::steady_timer timer(context.get_executor(), std::chrono::milliseconds(what.ms));
      co_await timer.async_wait(asio::use_awaitable);
    }
    book_->write("end " + what.key);
    co_return job_result(what.key, name_);
  }

 private:
  std::string name_;
  std::shared_ptr<journal> book_;
};

class note_handler {
 public:
  explicit note_handler(handler what) : what_(std::move(what)) {}
  asio::awaitable<void> operator()(job noted, call_context& context) const { co_await what_(noted, context); }

 private:
  handler what_;
};

service soak_service(const handler& what) {
  service made("soak");
  made.handle(run_job, what);
  made.handle(note_job, note_handler(what));
  return made;
}

service long_service(const handler& what) {
  service made("long");
  made.handle(run_long_job, what);
  return made;
}

asio::awaitable<void> serve(redis::server& server) {
  standard_input input(server.get_executor());
  co_await server.start();
  tell("ready");
  for (;;) {
    const std::string line = co_await input.line();
    if (line.empty()) break;
  }
  co_await server.stop();
}

int run(char** words) {
  asio::io_context io(1);
  redis::server_options options{.key_prefix = words[2]};
  options.connection.url = words[1];
  options.instance_id = words[3];
  options.consumer_claim_idle = std::chrono::milliseconds(std::stoi(words[5]));
  options.log = [said = std::make_shared<journal>(words[4])](log_level level, std::string_view text) {
    said->write("said " + std::string(to_string(level)) + ": " + in_one_line(text));
  };
  redis::server server(io.get_executor(), options);
  const handler what(words[3], std::make_shared<journal>(words[4]));
  server.register_service(soak_service(what), {.concurrency = std::stoul(words[6])});
  server.register_service(long_service(what), {.concurrency = 64});
  asio::co_spawn(io, serve(server), [](const std::exception_ptr& problem) {
    if (problem) std::rethrow_exception(problem);
  });
  io.run();
  return 0;
}

}  // namespace
}  // namespace clamator::soak

int main(int count, char** words) try {
  if (count != 7) {
    std::fputs("usage: soak_server URL PREFIX NAME JOURNAL CLAIM_IDLE_MS CONCURRENCY\n", stderr);
    return 2;
  }
  return clamator::soak::run(words);
} catch (const std::exception& error) {
  std::fprintf(stderr, "soak_server: %s\n", error.what());
  return 1;
}
