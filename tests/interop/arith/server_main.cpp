// A C++ server of "arith", told what to do by the same lines as peers/arith_server.py.
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/json/parse.hpp>
#include <unistd.h>

#include <clamator/redis/server.hpp>

#include "interop/arith/service.hpp"

namespace asio = boost::asio;
namespace json = boost::json;

namespace {

void say(const char* line) {
  std::puts(line);
  std::fflush(stdout);
}

void log(clamator::log_level level, std::string_view message) {
  const std::string_view name = to_string(level);
  std::fprintf(stderr, "%.*s: %.*s\n", static_cast<int>(name.size()), name.data(),
               static_cast<int>(message.size()), message.data());
}

std::unique_ptr<clamator::redis::server> make_server(const asio::any_io_executor& executor,
                                                     const json::value& command) {
  const auto word = [&](const char* key) { return std::string(command.at(key).as_string()); };
  clamator::redis::server_options options{.key_prefix = word("prefix")};
  options.connection.url = word("url");
  options.instance_id = word("instance");
  options.consumer_claim_idle = std::chrono::milliseconds(command.at("claim_idle_ms").as_int64());
  options.log = log;
  auto server = std::make_unique<clamator::redis::server>(executor, options);
  server->register_service(clamator::interop::make_arith(options.instance_id));
  return server;
}

asio::awaitable<void> follow_commands(asio::posix::stream_descriptor input) {
  std::unique_ptr<clamator::redis::server> server;
  std::string text;
  for (;;) {  // until the input ends, which is thrown
    const std::size_t size =
        co_await asio::async_read_until(input, asio::dynamic_buffer(text), '\n', asio::use_awaitable);
    const json::value command = json::parse(std::string_view(text).substr(0, size));
    text.erase(0, size);
    if (command.at("op").as_string() == "serve") {
      server = make_server(input.get_executor(), command);
      co_await server->start();
      say("ready");
    } else {
      co_await server->stop();
      say("stopped");
    }
  }
}

}  // namespace

int main() {
  asio::io_context io(1);
  const auto ended = [&io](std::exception_ptr problem) {
    try {
      if (problem) std::rethrow_exception(problem);
    } catch (const boost::system::system_error& error) {
      if (error.code() == asio::error::eof) return io.stop();
      throw;
    }
  };
  asio::co_spawn(io, follow_commands(asio::posix::stream_descriptor(io, STDIN_FILENO)), ended);
  io.run();
}
