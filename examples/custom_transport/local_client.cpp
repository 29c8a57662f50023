#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>

#include "frame_stream.hpp"
#include "local_transport.hpp"

namespace custom_transport {
namespace {

using asio::local::stream_protocol;

class client_side final : public clamator::client_transport {
 public:
  client_side(std::string path, std::string caller) : path_(std::move(path)), caller_(std::move(caller)) {}

  asio::awaitable<void> start(asio::any_io_executor strand, clamator::client_sink& sink) override {
    sink_ = &sink;
    stream_protocol::socket socket(strand);
    const stream_protocol::endpoint endpoint(path_);
    try {
      co_await socket.async_connect(endpoint, asio::use_awaitable);
    } catch (const boost::system::system_error& failed) {
      throw clamator::transport_error(clamator::transport_errc::connect_failed,
                                      "connect " + path_ + ": " + failed.code().message());
    }
    stream_ = std::make_shared<frame_stream>(std::move(socket));
    asio::co_spawn(strand, receive(stream_), asio::detached);
  }

  asio::awaitable<void> stop() override {
    if (stream_) stream_->close();
    co_return;
  }

  bool send(const clamator::outgoing& message) override {
    if (stream_->closed()) return false;
    std::string frame(message.service);
    frame +=
        '\n' + message.id.text() + '\n' + caller_ + '\n' + std::to_string(message.time_left.count()) + '\n';
    frame += message.envelope;
    stream_->write(frame);
    // The socket is as far as this transport can see. One that waits for its peer's word calls this later.
    sink_->accepted(message.id);
    return true;
  }

  std::string trouble() const override { return trouble_; }

 private:
  // After stop(), read() throws, and neither `this` nor the sink is touched any more.
  asio::awaitable<void> receive(std::shared_ptr<frame_stream> stream) {
    try {
      for (;;) {
        std::string frame = co_await stream->read();
        const std::string kind = take_line(frame);
        if (kind == "reply") {
          sink_->reply(frame);
        } else if (const auto id = clamator::call_id::parse(kind.substr(kind.find(' ') + 1))) {
          sink_->refused(*id, frame);
        }
      }
    } catch (const boost::system::system_error& ended) {
      if (stream->closed()) co_return;
      trouble_ = "connection to " + path_ + " lost: " + ended.code().message();
      stream->close();
    }
  }

  std::string path_;
  std::string caller_;
  clamator::client_sink* sink_ = nullptr;
  std::shared_ptr<frame_stream> stream_;
  std::string trouble_;
};

}  // namespace

std::unique_ptr<clamator::client_transport> local_client(std::string path, std::string caller) {
  return std::make_unique<client_side>(std::move(path), std::move(caller));
}

}  // namespace custom_transport
