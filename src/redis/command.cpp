#include "redis/command.hpp"

#include <boost/asio/dispatch.hpp>

#include <clamator/protocol/error.hpp>
#include <clamator/redis/resp/command.hpp>

#include "redis/connection_core.hpp"

namespace clamator::redis::detail {
namespace {

class waiter final : public answer_sink {
 public:
  void answered(const call_id&, resp::reply_view reply, std::string_view) override {
    result = answer(reply);
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
  const auto sink = std::make_shared<waiter>();
  asio::dispatch(connection->strand(), [connection, sink, arguments = std::move(arguments)] {
    if (!connection->ready()) return sink->lost({}, false, connection->trouble());
    resp::append_array_header(connection->out(), arguments.size());
    for (const std::string& argument : arguments) resp::append_bulk(connection->out(), argument);
    connection->submitted(1, sink, {});
  });
  co_await sink->done.wait();
  if (!sink->problem.empty()) throw transport_error(transport_errc::connection_lost, sink->problem);
  co_return std::move(sink->result);
}

}  // namespace clamator::redis::detail
