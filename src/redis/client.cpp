#include <mutex>

#include <clamator/redis/client.hpp>

#include "redis/checked_options.hpp"
#include "redis/command.hpp"
#include "redis/keys.hpp"
#include "redis/reply_reader.hpp"
#include "redis/request_resend.hpp"
#include "redis/request_sender.hpp"
#include "redis/request_withdrawal.hpp"
#include "redis/rights.hpp"

namespace clamator::redis {
namespace {

class transport final : public client_transport {
 public:
  transport(std::shared_ptr<detail::connection_core> shared, const client_options& options)
      : shared_(std::move(shared)), options_(options) {
    if (options_.instance_id.empty()) options_.instance_id = call_id::random().text();
    stream_ = detail::reply_stream_prefix(options_.key_prefix) + options_.instance_id;
  }
  // A client that goes with its execution context is not stopped, and a shared connection may live on.
  ~transport() override {
    if (sender_) sender_->close();
    if (resend_) resend_->close();
    if (withdrawal_) withdrawal_->close();
    if (reader_) reader_->forget();
  }

  asio::awaitable<void> start(asio::any_io_executor strand, client_sink& sink) override {
    try {
      co_await connect(std::move(strand), sink);
    } catch (const transport_error& error) {
      if (error.code() != transport_errc::connection_lost) throw;
      throw transport_error(transport_errc::connect_failed, error.what());
    }
  }

  // A shared connection is not ours to close: where that is being made, start() waits for it.
  void abandon_start() override {
    if (reading_) reading_->close();
    if (commands_ && !shared_) commands_->close();
  }

  // All requests on their way are answered before the reply stream's removal is: what a server has begun of
  // them is withdrawn as well.
  asio::awaitable<void> stop() override {
    if (resend_) resend_->close();
    if (withdrawal_) co_await withdrawal_->finish();
    if (reader_) {
      co_await sender_->answered_beside_replies();
      reader_->close();
      co_await remove_reply_stream();
    }
    if (sender_) sender_->close();
    if (withdrawal_) {
      co_await withdrawal_->finish();
      withdrawal_->close();
    }
    if (reading_) reading_->close();
    if (commands_ && !shared_) commands_->close();
  }

  bool send(const outgoing& message) override { return sender_->send(message); }

  void resend(const std::vector<outgoing>& messages) override { resend_->send(messages); }

  void withdraw(const call_id& id, std::string_view service, const queue_place& place, bool cancel) override {
    withdrawal_->withdraw(id, service, place, cancel);
  }

  std::string trouble() const override {
    if (!commands_->full()) {
      const std::string why = commands_->trouble();
      return why.empty() ? "Redis has not answered the requests before it" : why;
    }
    std::string why = std::to_string(detail::connection_core::unsent_at_most);
    why += " bytes wait to be sent to " + commands_->where().text() + " before it";
    return why;
  }

  void add_health(client_health& now) const override {
    watched parts;
    {
      const std::lock_guard lock(watched_mutex_);
      parts = watched_;
    }
    if (!parts.reader) return;
    const bool sends = parts.commands->add_health(now);
    const bool reads = parts.reading->add_health(now);
    if (now.state == run_state::running && !(sends && reads)) {
      now.state = run_state::reconnecting;
      now.reason = (sends ? parts.reading : parts.commands)->trouble();
    }
    parts.reader->add_health(now);
  }

 private:
  // What is looked at from other threads.
  struct watched {
    std::shared_ptr<detail::connection_core> commands;
    std::shared_ptr<detail::connection_core> reading;
    std::shared_ptr<detail::reply_reader> reader;
  };

  asio::awaitable<void> connect(asio::any_io_executor strand, client_sink& sink) {
    const connection_options connecting = detail::named(shared_ ? shared_->options() : options_.connection,
                                                        "clamator-client-" + options_.instance_id);
    commands_ = shared_
                    ? shared_
                    : std::make_shared<detail::connection_core>(
                          strand, connecting, options_.log, std::chrono::milliseconds(0), options_.observer);
    reading_ = std::make_shared<detail::connection_core>(strand, connecting, options_.log,
                                                         detail::reply_reader::block, options_.observer);
    co_await commands_->open();
    co_await reading_->open();
    co_await detail::check_client_rights(reading_, stream_);
    if (options_.resend_on_disconnect) {
      resend_ = std::make_shared<detail::request_resend>(commands_, strand, sink, options_.key_prefix,
                                                         stream_, options_.name);
    }
    sender_ = std::make_shared<detail::request_sender>(commands_, strand, sink, options_.key_prefix, stream_,
                                                       options_.name, resend_, options_.observer);
    withdrawal_ = std::make_shared<detail::request_withdrawal>(commands_, strand, sink, options_.key_prefix,
                                                               options_.log, options_.observer);
    reader_ =
        std::make_shared<detail::reply_reader>(reading_, sink, stream_, options_.log, options_.observer);
    sender_->use(reader_);
    asio::dispatch(commands_->strand(),
                   [connection = commands_, sender = sender_] { connection->add_listener(sender); });
    reading_->add_listener(reader_);
    const std::lock_guard lock(watched_mutex_);
    watched_ = {commands_, reading_, reader_};
  }

  asio::awaitable<void> remove_reply_stream() {
    std::string problem;
    std::vector<std::string> command{"DEL", stream_};
    try {
      const detail::answer removed = co_await detail::execute(commands_, std::move(command));
      if (removed.is_error()) problem = removed.text;
    } catch (const transport_error& error) {
      problem = error.what();
    }
    if (!problem.empty() && options_.log) {
      options_.log(log_level::warning, "the reply stream " + stream_ + " stays behind: " + problem);
    }
  }

  std::shared_ptr<detail::connection_core> shared_;
  client_options options_;
  std::string stream_;
  std::shared_ptr<detail::connection_core> commands_;
  std::shared_ptr<detail::connection_core> reading_;
  std::shared_ptr<detail::request_resend> resend_;
  std::shared_ptr<detail::request_sender> sender_;
  std::shared_ptr<detail::request_withdrawal> withdrawal_;
  std::shared_ptr<detail::reply_reader> reader_;
  mutable std::mutex watched_mutex_;
  watched watched_;
};

std::unique_ptr<client_transport> make_transport(std::shared_ptr<detail::connection_core> shared,
                                                 const client_options& options) {
  if (options.key_prefix.empty())
    throw usage_error("option key_prefix is required: it begins the names of all keys");
  for (const std::string_view word : {"type", "envelope", "reply-to"}) {
    if (options.name == word)
      throw usage_error("option name must not be \"" + options.name + "\", a word of the wire");
  }
  return std::make_unique<transport>(std::move(shared), options);
}

clamator::detail::client_settings settings(const client_options& options) {
  return {options.default_timeout,   options.max_in_flight,        options.max_depth, options.log,
          options.max_message_bytes, options.resend_on_disconnect, options.observer,  options.busy_poll};
}

// One sink for everything that logs.
client_options with_serialized_log(client_options options) {
  options.log = clamator::detail::serialized(std::move(options.log));
  return options;
}

}  // namespace

client::client(const asio::any_io_executor& executor, client_options options)
    : client(executor, nullptr, with_serialized_log(std::move(options))) {}

client::client(const asio::any_io_executor& executor, const connection& shared, client_options options)
    : client(executor, shared.core(), with_serialized_log(std::move(options))) {}

client::client(const asio::any_io_executor& executor, std::shared_ptr<detail::connection_core> shared,
               const client_options& options)
    : clamator::client(executor, make_transport(std::move(shared), options), settings(options)) {}

}  // namespace clamator::redis
