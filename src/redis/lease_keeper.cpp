#include "redis/lease_keeper.hpp"

#include <algorithm>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <clamator/protocol/error.hpp>

#include "redis/script.hpp"

namespace clamator::redis::detail {
namespace {

// A dead connection must be noticed, and another made, well before the leases end.
connection_options impatient(connection_options options, std::chrono::milliseconds claim_idle) {
  const auto limit = std::max(claim_idle / 6, std::chrono::milliseconds(500));
  options.command_timeout = std::min(options.command_timeout, limit);
  options.connect_timeout = std::min(options.connect_timeout, limit);
  options.reconnect_max = std::max(options.reconnect_min, std::min(options.reconnect_max, limit / 2));
  return options;
}

}  // namespace

lease_keeper::lease_keeper(const connection_options& options, log_sink log,
                           std::shared_ptr<observer> watching, std::chrono::milliseconds claim_idle,
                           std::vector<std::shared_ptr<service_lane>> lanes)
    : connection_(std::make_shared<connection_core>(asio::make_strand(thread_.context()),
                                                    impatient(options, claim_idle), log,
                                                    std::chrono::milliseconds(0), std::move(watching))),
      timer_(connection_->strand()),
      claim_idle_(claim_idle),
      lanes_(std::move(lanes)),
      log_(std::move(log)) {
  asio::co_spawn(connection_->strand(), keep(), asio::detached);
  thread_.begin();
}

lease_keeper::~lease_keeper() {
  stopping_ = true;
  thread_.end();
  // What waits for an answer holds itself alive until it hears that none will come.
  connection_->close();
  timer_.cancel();
  thread_.context().poll();
}

// Renewed at a third of the claim time, and by then everything older than a quarter: what is younger will be
// below 7/12 of it at the next turn.
asio::awaitable<void> lease_keeper::keep() {
  bool renewed = true;
  while (!stopping_) {
    timer_.expires_after(renewed ? claim_idle_ / 3 : claim_idle_ / 12);
    boost::system::error_code canceled;
    co_await timer_.async_wait(asio::redirect_error(asio::use_awaitable, canceled));
    renewed = true;
    for (const auto& lane : lanes_) {
      if (!stopping_ && !co_await renew(lane)) renewed = false;
    }
  }
}

asio::awaitable<bool> lease_keeper::renew(std::shared_ptr<service_lane> lane) {
  const std::vector<stream_id> ids = lane->leased_since(std::chrono::steady_clock::now() - claim_idle_ / 4);
  std::string problem;
  try {
    for (std::size_t at = 0; at < ids.size(); at += batch) {
      service_lane::lease_report found;
      for (std::size_t i = at; i < std::min(at + batch, ids.size()); ++i) found.ids.push_back(ids[i]);
      found.asked = std::chrono::steady_clock::now();
      std::vector<std::string> arguments{lane->settings().service, lane->settings().consumer};
      for (const stream_id id : found.ids) arguments.push_back(id.text());
      const answer seen =
          co_await lease_script().run(connection_, lane->settings().stream, std::move(arguments));
      if (seen.is_error()) {
        problem = seen.text;
        lane->note_refused(problem);
      }
      if (seen.items.size() != 3) continue;
      found.answered = std::chrono::milliseconds(seen.items[0].integer);
      for (const answer& id : seen.items[1].items) found.taken.push_back(stream_id::parse(id.text));
      for (const answer& id : seen.items[2].items) found.unowned.push_back(stream_id::parse(id.text));
      // On this thread, since the server's own may be blocked: what is lost must not begin there meanwhile.
      lane->leases_seen(found);
    }
  } catch (const std::exception& error) {
    problem = error.what();
  }
  if (!stopping_ && lane->renewal_ended(problem) && log_)
    log_(log_level::warning, "renewing leases of " + lane->settings().stream + ": " + problem);
  co_return problem.empty();
}

}  // namespace clamator::redis::detail
