#include "redis/request_withdrawal.hpp"

#include <algorithm>
#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>

#include "redis/keys.hpp"
#include "redis/occurrences.hpp"
#include "redis/script.hpp"

namespace clamator::redis::detail {

request_withdrawal::request_withdrawal(std::shared_ptr<connection_core> connection,
                                       asio::any_io_executor strand, client_sink& sink,
                                       std::string key_prefix, log_sink log,
                                       std::shared_ptr<observer> watching)
    : connection_(std::move(connection)),
      strand_(std::move(strand)),
      sink_(&sink),
      key_prefix_(std::move(key_prefix)),
      log_(std::move(log)),
      observer_(std::move(watching)) {}

void request_withdrawal::withdraw(const call_id& id, std::string_view service, const queue_place& place,
                                  bool cancel) {
  auto found = wanted_.find(service);
  if (found == wanted_.end()) found = wanted_.try_emplace(std::string(service)).first;
  auto& requests = cancel ? found->second.unawaited : found->second.asked;
  requests.push_back({id, {place.high, place.low}});
  if (std::exchange(scheduled_, true)) return;
  try {
    asio::post(strand_, [self = shared_from_this()] { self->flush(); });
  } catch (const std::bad_alloc&) {
    scheduled_ = false;
    throw;
  }
}

void request_withdrawal::flush() {
  scheduled_ = false;
  for (auto& [service, each] : std::exchange(wanted_, {})) {
    send(service, std::move(each.asked), false);
    send(service, std::move(each.unawaited), true);
  }
}

void request_withdrawal::send(const std::string& service, std::vector<request> requests, bool cancel) {
  for (std::size_t at = 0; at < requests.size(); at += batch) {
    const auto begin = requests.begin() + static_cast<std::ptrdiff_t>(at);
    const auto end = requests.begin() + static_cast<std::ptrdiff_t>(std::min(at + batch, requests.size()));
    ++running_;
    asio::co_spawn(strand_, run(shared_from_this(), service, std::vector(begin, end), cancel),
                   asio::detached);
  }
}

asio::awaitable<void> request_withdrawal::run(std::shared_ptr<request_withdrawal> self, std::string service,
                                              std::vector<request> requests, bool cancel) {
  std::vector<std::string> arguments{cancel ? control_channel_name(self->key_prefix_, service)
                                            : std::string()};
  for (const request& each : requests) arguments.push_back(each.id.text());
  try {
    const answer outcomes = co_await withdraw_script().run(
        self->connection_, command_stream(self->key_prefix_, service), std::move(arguments));
    const bool told = outcomes.items.size() == 2;
    if (told) self->tell(requests, outcomes.items[0].text);
    self->say_once(service, told ? outcomes.items[1].text : outcomes.text);
  } catch (const std::exception& error) {
    // Where the connection is lost, the calls find out by themselves what is known of them.
    if (self->log_)
      self->log_(log_level::debug, "requests to " + service + " were not withdrawn: " + error.what());
  }
  if (--self->running_ == 0) self->settled_.notify();
}

asio::awaitable<void> request_withdrawal::finish() {
  flush();
  while (running_ > 0) co_await settled_.wait();
}

void request_withdrawal::tell(const std::vector<request>& requests, const std::string& outcomes) {
  for (std::size_t i = 0; i < std::min(requests.size(), outcomes.size()); ++i) {
    if (sink_ == nullptr) return;
    if (outcomes[i] == 'w') sink_->withdrawn(requests[i].call);
    if (outcomes[i] == 'b') sink_->begun(requests[i].call);
  }
}

void request_withdrawal::say_once(const std::string& service, const std::string& problem) {
  if (!problem.empty()) tell_refused(observer_, service, problem);
  if (problem.empty() || !log_ || problem == problem_) return;
  problem_ = problem;
  log_(log_level::warning, "requests that nobody waits for are not withdrawn (" + problem +
                               "): the client's user needs EVAL, EVALSHA, XINFO, XDEL and PUBLISH on " +
                               command_stream(key_prefix_, "*") + " and " +
                               control_channel_name(key_prefix_, "*"));
}

}  // namespace clamator::redis::detail
