// What a server hears between its looks at Redis: on a pub/sub channel a service, clients say which requests
// nobody waits for, and servers that stop say that there is something to take. All of it may be missed.
//
//   cancel <entry id> <entry id> ...
//   free
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <boost/asio/steady_timer.hpp>

#include <clamator/rpc/log.hpp>

#include "redis/connection_core.hpp"
#include "redis/stream_id.hpp"

namespace clamator::redis::detail {

// Of one service.
struct control_listener {
  std::function<void(const std::vector<stream_id>& ids)> cancel;
  std::function<void()> free;
};

// Lives on its connection's strand.
class control_channel final : public std::enable_shared_from_this<control_channel>,
                              public answer_sink,
                              public connection_listener,
                              public push_sink {
 public:
  control_channel(std::shared_ptr<connection_core> connection, log_sink log,
                  std::shared_ptr<observer> watching);

  // Before start(); a channel once.
  void listen(const std::string& channel, control_listener listener);
  // Subscribes whenever the connection is there.
  void start();
  void stop();

  void connected() override;
  void pushed(resp::reply_view message) override;
  void answered(const call_id&, resp::reply_view reply, std::string_view first_error) override;
  void lost(const call_id&, bool, const std::string&) override {}

 private:
  void ask_whether_it_lives();

  const std::shared_ptr<connection_core> connection_;
  const log_sink log_;
  const std::shared_ptr<observer> observer_;
  asio::steady_timer timer_;
  std::unordered_map<std::string, control_listener> listeners_;
  std::string problem_;
};

}  // namespace clamator::redis::detail
