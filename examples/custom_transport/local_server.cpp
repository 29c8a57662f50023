#include <cstdio>
#include <vector>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>

#include <clamator/protocol/reply.hpp>

#include "frame_stream.hpp"
#include "local_transport.hpp"

namespace custom_transport {
namespace {

using asio::local::stream_protocol;

// A request that remembers which connection it came on.
class local_delivery final : public clamator::delivery {
 public:
  local_delivery(asio::any_io_executor strand, std::shared_ptr<frame_stream> from, std::string id,
                 std::string caller, std::string text)
      : strand_(std::move(strand)),
        from_(std::move(from)),
        id_(std::move(id)),
        caller_(std::move(caller)),
        text_(std::move(text)) {
    origin.caller = caller_;
    envelope = text_;
  }

  // On any thread of the server's executor, so the stream is written to from its own strand.
  void finish(std::string_view reply) noexcept override {
    if (reply.empty()) return;
    asio::post(strand_, [to = from_, frame = "reply\n" + std::string(reply)] { to->write(frame); });
  }

  void refuse(const std::string& reason) { from_->write("refused " + id_ + "\n" + reason); }

 private:
  asio::any_io_executor strand_;
  std::shared_ptr<frame_stream> from_;
  std::string id_;
  std::string caller_;
  std::string text_;
};

class server_side final : public clamator::server_transport {
 public:
  explicit server_side(std::string path) : path_(std::move(path)) {}
  // Where the event loop was destroyed, stop() was not called.
  ~server_side() override {
    if (acceptor_) std::remove(path_.c_str());
  }

  asio::awaitable<void> start(asio::any_io_executor strand, clamator::server_sink& sink) override {
    sink_ = &sink;
    strand_ = strand;
    try {
      acceptor_ = std::make_shared<stream_protocol::acceptor>(strand, stream_protocol::endpoint(path_));
    } catch (const boost::system::system_error& failed) {
      throw clamator::transport_error(clamator::transport_errc::connect_failed,
                                      "listen on " + path_ + ": " + failed.code().message());
    }
    asio::co_spawn(strand, accept(acceptor_), asio::detached);
    co_return;
  }

  asio::awaitable<void> stop_intake() override {
    taking_in_ = false;
    acceptor_->close();
    for (std::size_t i = 0; i < sink_->services().size(); ++i) {
      for (const auto& request : sink_->take_back(i))
        static_cast<local_delivery&>(*request).refuse("the server is stopping");
    }
    co_return;
  }

  asio::awaitable<void> stop() override {
    for (const auto& connection : connections_) {
      co_await connection->flush();
      connection->close();
    }
    if (std::exchange(acceptor_, nullptr)) std::remove(path_.c_str());
  }

 private:
  // Once the acceptor or a stream is closed these end without touching `this`.
  asio::awaitable<void> accept(std::shared_ptr<stream_protocol::acceptor> acceptor) {
    boost::system::error_code closed;
    for (;;) {
      auto socket = co_await acceptor->async_accept(asio::redirect_error(asio::use_awaitable, closed));
      if (closed || !acceptor->is_open()) co_return;
      std::erase_if(connections_, [](const auto& connection) { return connection->closed(); });
      connections_.push_back(std::make_shared<frame_stream>(std::move(socket)));
      asio::co_spawn(strand_, receive(connections_.back()), asio::detached);
    }
  }

  asio::awaitable<void> receive(std::shared_ptr<frame_stream> from) {
    try {
      for (;;) {
        std::string frame = co_await from->read();
        deliver(from, std::move(frame));
      }
    } catch (const std::exception&) {
      from->close();  // it has ended, or does not speak as local_transport.hpp says
    }
  }

  void deliver(const std::shared_ptr<frame_stream>& from, std::string frame) {
    const std::string service = take_line(frame);
    const std::string id = take_line(frame);
    const std::string caller = take_line(frame);
    const std::chrono::milliseconds time_left(std::stoll(take_line(frame)));
    auto request = std::make_unique<local_delivery>(strand_, from, id, caller, std::move(frame));
    request->origin.deadline = std::chrono::steady_clock::now() + time_left;
    if (!taking_in_) return request->refuse("the server is stopping");
    for (std::size_t i = 0; i < sink_->services().size(); ++i) {
      if (sink_->services()[i].name == service) return sink_->deliver(i, std::move(request));
    }
    request->refuse("nobody serves \"" + service + "\" here");
  }

  std::string path_;
  asio::any_io_executor strand_;
  clamator::server_sink* sink_ = nullptr;
  std::shared_ptr<stream_protocol::acceptor> acceptor_;
  std::vector<std::shared_ptr<frame_stream>> connections_;
  bool taking_in_ = true;
};

}  // namespace

std::unique_ptr<clamator::server_transport> local_server(std::string path) {
  return std::make_unique<server_side>(std::move(path));
}

}  // namespace custom_transport
