// A C++ client of the soak: soak_client URL PREFIX NAME JOURNAL WINDOW TIMEOUT_MS SEED LONG_MS
//
// Says "ready" when it is connected. "run N" on its standard input makes N calls, WINDOW at a time, and
// answers "done" when the last has ended. Stops in order when its input ends.
#include <chrono>
#include <cstdio>
#include <memory>
#include <string>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <clamator/protocol/error.hpp>
#include <clamator/redis/client.hpp>

#include "soak/caller.hpp"
#include "soak/standard_input.hpp"

namespace clamator::soak {
namespace {

asio::awaitable<void> follow_commands(redis::client& client, caller& calling) {
  standard_input input(client.get_executor());
  co_await client.start();
  tell("ready");
  for (;;) {
    const std::string line = co_await input.line();
    if (line.empty()) break;
    co_await calling.run(std::stoul(line.substr(line.find(' '))));
    tell("done");
  }
  co_await client.stop();
}

int run(char** words) {
  asio::io_context io(1);
  redis::client_options options{.key_prefix = words[2]};
  options.connection.url = words[1];
  options.instance_id = words[3];
  options.name = words[3];
  options.default_timeout = std::chrono::milliseconds(std::stoi(words[6]));
  options.log = [said = std::make_shared<journal>(words[4])](log_level level, std::string_view text) {
    said->write("said " + std::string(to_string(level)) + ": " + in_one_line(text));
  };
  redis::client client(io.get_executor(), options);
  caller calling(client, {words[3], words[4], std::stoul(words[5]), std::stoi(words[8])},
                 std::stoull(words[7]));
  asio::co_spawn(io, follow_commands(client, calling), [](const std::exception_ptr& problem) {
    if (problem) std::rethrow_exception(problem);
  });
  io.run();
  return 0;
}

}  // namespace
}  // namespace clamator::soak

int main(int count, char** words) try {
  if (count != 9) {
    std::fputs("usage: soak_client URL PREFIX NAME JOURNAL WINDOW TIMEOUT_MS SEED LONG_MS\n", stderr);
    return 2;
  }
  return clamator::soak::run(words);
} catch (const std::exception& error) {
  std::fprintf(stderr, "soak_client: %s\n", error.what());
  return 1;
}
