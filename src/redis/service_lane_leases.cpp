// The part of a lane that sees to its leases.
#include <algorithm>
#include <utility>

#include <boost/asio/dispatch.hpp>

#include <clamator/redis/resp/command.hpp>

#include "redis/service_lane.hpp"

namespace clamator::redis::detail {
namespace {

// Hears which requests are this server's again.
class taken_back final : public answer_sink {
 public:
  explicit taken_back(std::shared_ptr<service_lane> lane) : lane_(std::move(lane)) {}

  void answered(const call_id&, resp::reply_view reply, std::string_view) override {
    lane_->taking_back_ended();
    const std::string& stream = lane_->settings().stream;
    if (reply.is_error()) {
      // Without a group nothing can be pending. It is made again.
      if (reply.text().starts_with("NOGROUP")) return;
      return lane_->say(log_level::warning,
                        "taking back requests of " + stream + ": " + std::string(reply.text()));
    }
    for (const resp::reply_view id : reply) {
      lane_->say(log_level::warning, "request " + std::string(id.text()) + " of " + stream +
                                         " was pending for nobody any more: it is taken back");
    }
  }
  // The next look at the leases finds them again.
  void lost(const call_id&, bool, const std::string&) override { lane_->taking_back_ended(); }

 private:
  const std::shared_ptr<service_lane> lane_;
};

}  // namespace

// What nobody has pending may have been finished by another server, but only if that could claim it. If it
// could not, somebody deleted the consumer, the group, the entry or the stream under it.
void service_lane::leases_seen(const lease_report& found) {
  std::vector<stream_id> lapsed;
  std::vector<stream_id> ours;
  {
    const std::lock_guard lock(mutex_);
    for (const stream_id id : found.unowned) {
      if (ledger_.find(id) == nullptr) continue;
      (ledger_.lapsed(id, found.answered, settings_.claim_idle) ? lapsed : ours).push_back(id);
    }
    for (const stream_id id : found.ids) ledger_.renew(id, {found.asked, found.answered});
  }
  lost_leases(found.taken, " went to another server");
  lost_leases(lapsed, " lost its lease, and may have been finished by another server,");
  if (!ours.empty()) take_back(std::move(ours));
}

// Completions go over the same connection for as long as this is under way, so an acknowledgement is never
// before it. FORCE makes pending
// what nobody has, and stands in the stream; what anybody has is younger than the greatest idle time.
void service_lane::take_back(std::vector<stream_id> ids) {
  asio::dispatch(commands_->strand(), [self = shared_from_this(), ids = std::move(ids)]() mutable {
    {
      const std::lock_guard lock(self->mutex_);
      std::erase_if(ids, [&](const stream_id id) { return self->ledger_.find(id) == nullptr; });
    }
    if (ids.empty() || !self->commands_->ready()) return;
    const lane_settings& settings = self->settings_;
    try {
      self->commands_->submit(1, std::make_shared<taken_back>(self), {}, [&](buffer& out) {
        resp::append_array_header(out, 7 + ids.size());
        for (const std::string_view word :
             {std::string_view("XCLAIM"), std::string_view(settings.stream),
              std::string_view(settings.service), std::string_view(settings.consumer),
              std::string_view("9000000000000")}) {
          resp::append_bulk(out, word);
        }
        for (const stream_id id : ids) resp::append_bulk(out, id.text());
        for (const std::string_view word : {"FORCE", "JUSTID"}) resp::append_bulk(out, word);
      });
      ++self->taking_back_;
    } catch (const std::bad_alloc&) {
      // The next look at the leases finds them again.
    }
  });
}

}  // namespace clamator::redis::detail
