// Takes requests back that nobody waits for any more, where no server has them; costs nothing before.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <clamator/rpc/client_transport.hpp>
#include <clamator/rpc/detail/async_event.hpp>
#include <clamator/rpc/log.hpp>

#include "redis/connection_core.hpp"
#include "redis/stream_id.hpp"

namespace clamator::redis::detail {

// Lives on the client's strand. What is withdrawn in one turn of the event loop goes in one script a service.
class request_withdrawal final : public std::enable_shared_from_this<request_withdrawal> {
 public:
  request_withdrawal(std::shared_ptr<connection_core> connection, asio::any_io_executor strand,
                     client_sink& sink, std::string key_prefix, log_sink log,
                     std::shared_ptr<observer> watching);

  void withdraw(const call_id& id, std::string_view service, const queue_place& place, bool cancel);
  // Completes when Redis has answered all of it, or will not.
  asio::awaitable<void> finish();
  // Nothing is told to the client any more.
  void close() noexcept { sink_ = nullptr; }

 private:
  // Ids of one script run.
  static constexpr std::size_t batch = 200;

  struct request {
    call_id call;
    stream_id id;
  };
  struct wanted {
    std::vector<request> asked;      // whether a server has them
    std::vector<request> unawaited;  // and it is to be cancelled
  };

  void flush();
  void send(const std::string& service, std::vector<request> requests, bool cancel);
  static asio::awaitable<void> run(std::shared_ptr<request_withdrawal> self, std::string service,
                                   std::vector<request> requests, bool cancel);
  void tell(const std::vector<request>& requests, const std::string& outcomes);
  void say_once(const std::string& service, const std::string& problem);

  const std::shared_ptr<connection_core> connection_;
  const asio::any_io_executor strand_;
  client_sink* sink_;
  const std::string key_prefix_;
  const log_sink log_;
  const std::shared_ptr<observer> observer_;
  std::map<std::string, wanted, std::less<>> wanted_;
  bool scheduled_ = false;
  std::size_t running_ = 0;
  clamator::detail::async_event settled_;
  std::string problem_;
};

}  // namespace clamator::redis::detail
