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

answer::answer(resp::reply_view reply) : type(reply.type()), text(reply.text()), integer(reply.integer()) {
  items.reserve(reply.size());
  for (const resp::reply_view item : reply) items.emplace_back(item);
}

std::string_view answer::error_code() const noexcept {
  return is_error() ? std::string_view(text).substr(0, text.find(' ')) : std::string_view();
}

asio::awaitable<answer> execute(std::shared_ptr<connection_core> connection,
                                std::vector<std::string> arguments) {
  const auto sink = std::make_shared<waiter>();
  asio::dispatch(connection->strand(), [connection, sink, arguments = std::move(arguments)] {
    if (!connection->ready()) return sink->lost({}, false, connection->trouble());
    connection->submit(1, sink, {}, [&arguments](buffer& out) {
      resp::append_array_header(out, arguments.size());
      for (const std::string& argument : arguments) resp::append_bulk(out, argument);
    });
  });
  co_await sink->done.wait();
  if (!sink->problem.empty()) throw transport_error(transport_errc::connection_lost, sink->problem);
  co_return std::move(sink->result);
}

}  // namespace clamator::redis::detail
