// A server of "work" that some requests kill.
//
//   poisoned_server URL PREFIX INSTANCE CLAIM_IDLE_MS MAX_ATTEMPTS CONCURRENCY [NUMBER...]
//
// Says "begun N" on standard output when job N begins, and dies at once where N is one of those numbers. The
// others are answered with the instance. Runs until it is killed.
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <string>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>

#include <clamator/redis/server.hpp>

#include "workload/work_contract.hpp"

namespace {

using namespace clamator;

void say(log_level level, std::string_view message) {
  const std::string_view name = to_string(level);
  std::fprintf(stderr, "%.*s: %.*s\n", static_cast<int>(name.size()), name.data(),
               static_cast<int>(message.size()), message.data());
}

class poisoned {
 public:
  poisoned(std::string instance, std::set<std::int64_t> deadly)
      : instance_(std::move(instance)), deadly_(std::move(deadly)) {}

  asio::awaitable<test::job_result> operator()(test::job what, call_context&) const {
    std::printf("begun %lld\n", static_cast<long long>(what.number));
    std::fflush(stdout);
    if (deadly_.contains(what.number)) std::raise(SIGKILL);
    co_return test::job_result(what.number, instance_);
  }

 private:
  std::string instance_;
  std::set<std::int64_t> deadly_;
};

asio::awaitable<void> start(redis::server& server) {
  co_await server.start();
  std::puts("ready");
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 7) return 2;
  std::set<std::int64_t> deadly;
  for (int i = 7; i < argc; ++i) deadly.insert(std::atoll(argv[i]));
  redis::server_options options{.key_prefix = argv[2]};
  options.connection.url = argv[1];
  options.instance_id = argv[3];
  options.consumer_claim_idle = std::chrono::milliseconds(std::atoll(argv[4]));
  options.log = say;
  service_options how;
  how.max_attempts = static_cast<unsigned>(std::atoi(argv[5]));
  how.concurrency = static_cast<std::size_t>(std::atoll(argv[6]));

  asio::io_context io(1);
  redis::server server(io.get_executor(), options);
  server.register_service(test::work_service(poisoned(options.instance_id, std::move(deadly))), how);
  asio::co_spawn(io, start(server), [](const std::exception_ptr& problem) {
    if (problem) std::rethrow_exception(problem);
  });
  io.run();
}
