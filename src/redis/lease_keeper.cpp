#include "redis/lease_keeper.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>

#include <clamator/protocol/error.hpp>

#include "redis/script.hpp"

namespace clamator::redis::detail {

lease_keeper::lease_keeper(connection_options options, log_sink log, std::chrono::milliseconds claim_idle,
                           std::vector<std::shared_ptr<service_lane>> lanes)
    : connection_(std::make_shared<connection_core>(asio::make_strand(context_), std::move(options), log)),
      timer_(connection_->strand()),
      claim_idle_(claim_idle),
      lanes_(std::move(lanes)),
      log_(std::move(log)) {
  asio::co_spawn(connection_->strand(), keep(), asio::detached);
  thread_ = std::thread([this] { context_.run(); });
}

lease_keeper::~lease_keeper() {
  context_.stop();
  thread_.join();
}

// Renewed at a third of the claim time, and by then everything older than a quarter: what is younger will be
// below 7/12 of it at the next turn.
asio::awaitable<void> lease_keeper::keep() {
  for (;;) {
    timer_.expires_after(claim_idle_ / 3);
    co_await timer_.async_wait(asio::use_awaitable);
    try {
      for (const auto& lane : lanes_) co_await renew(lane);
    } catch (const transport_error& error) {
      if (log_) log_(log_level::warning, std::string("renewing leases: ") + error.what());
    }
  }
}

asio::awaitable<void> lease_keeper::renew(std::shared_ptr<service_lane> lane) {
  const std::vector<stream_id> ids = lane->leased_since(std::chrono::steady_clock::now() - claim_idle_ / 4);
  for (std::size_t at = 0; at < ids.size(); at += batch) {
    std::vector<std::string> arguments{lane->settings().service, lane->settings().consumer};
    for (std::size_t i = at; i < std::min(at + batch, ids.size()); ++i) arguments.push_back(ids[i].text());
    const answer lost =
        co_await lease_script().run(connection_, lane->settings().stream, std::move(arguments));
    if (lost.is_error() && log_)
      log_(log_level::warning, "renewing leases of " + lane->settings().stream + ": " + lost.text);
    if (lost.items.empty()) continue;
    std::vector<stream_id> lost_ids;
    for (const answer& id : lost.items) lost_ids.push_back(stream_id::parse(id.text));
    asio::post(lane->strand(), [lane, lost_ids = std::move(lost_ids)] { lane->lost_leases(lost_ids); });
  }
}

}  // namespace clamator::redis::detail
