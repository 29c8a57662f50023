#include "redis/command.hpp"

#include <boost/asio/dispatch.hpp>

#include <clamator/protocol/error.hpp>
#include <clamator/redis/resp/command.hpp>

#include "redis/connection_core.hpp"

namespace clamator::redis::detail {
namespace {

class waiter final : public answer_sink {
 public:
  void answered(const call_id&, resp::reply_view reply, std::string_view first_error) override {
    result = answer(reply);
    if (!first_error.empty()) {
      result.type = resp::kind::error;
      result.text = first_error;
    }
    done.notify();
  }
  void lost(const call_id&, bool, const std::string& reason) override {
    problem = reason;
    done.notify();
  }

  clamator::detail::async_event done;
  answer result;
  std::string problem;
};

}  // namespace

asio::awaitable<answer> execute(std::shared_ptr<connection_core> connection,
                                std::vector<std::string> arguments) {
  std::vector<std::vector<std::string>> alone;
  alone.push_back(std::move(arguments));
  return execute_group(std::move(connection), std::move(alone));
}

asio::awaitable<answer> execute_group(std::shared_ptr<connection_core> connection,
                                      std::vector<std::vector<std::string>> commands) {
  const auto sink = std::make_shared<waiter>();
  asio::dispatch(connection->strand(), [connection, sink, commands = std::move(commands)] {
    if (!connection->ready()) return sink->lost({}, false, connection->trouble());
    connection->submit(commands.size(), sink, {}, [&commands](buffer& out) {
      for (const std::vector<std::string>& command : commands) {
        resp::append_array_header(out, command.size());
        for (const std::string& argument : command) resp::append_bulk(out, argument);
      }
    });
  });
  co_await sink->done.wait();
  if (!sink->problem.empty()) throw transport_error(transport_errc::connection_lost, sink->problem);
  co_return std::move(sink->result);
}

}  // namespace clamator::redis::detail
