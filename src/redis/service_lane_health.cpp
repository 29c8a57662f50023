// The part of a lane that says how it fares: to the log, to an observer, and to whoever asks.
#include "redis/occurrences.hpp"
#include "redis/service_lane.hpp"

namespace clamator::redis::detail {

void service_lane::say(log_level level, const std::string& text) const {
  if (settings_.log) settings_.log(level, text);
}

void service_lane::note(event what, std::string_view subject, std::string_view reason,
                        std::uint64_t times) const {
  tell(settings_.observer,
       {.what = what, .service = settings_.service, .subject = subject, .reason = reason, .times = times});
}

void service_lane::note_refused(std::string_view error) const {
  tell_refused(settings_.observer, settings_.service, error);
}

bool service_lane::renewal_ended(std::string_view problem) {
  if (problem.empty()) {
    renewed_.store(std::chrono::steady_clock::now(), std::memory_order_relaxed);
    unrenewed_.clear();
    return false;
  }
  note(event::leases_not_renewed, {}, problem);
  return unrenewed_.set(problem);
}

// A renewal is due at a third of the claim time, and may take a while.
void service_lane::add_health(service_health& mine, server_health& now) const {
  const auto since_renewal = std::chrono::steady_clock::now() - renewed_.load(std::memory_order_relaxed);
  mine.last_read = reading_->last_progress();
  mine.last_renewal = std::chrono::duration_cast<std::chrono::milliseconds>(since_renewal);
  mine.unsettled = writer_->unsettled().count + letters_->unsettled();
  not_read_.add_to(now, "reading " + settings_.stream + ": ");
  unrepaired_.add_to(now,
                     "group " + settings_.service + " of " + settings_.stream + " cannot be created again: ");
  unrenewed_.add_to(now, "renewing leases of " + settings_.stream + ": ");
  writer_->add_health(now);
  letters_->add_health(now);
  const auto overdue = *mine.last_renewal - settings_.claim_idle / 3;
  if (overdue > settings_.claim_idle / 3)
    now.add("leases of " + settings_.stream + " are not renewed", overdue);
}

}  // namespace clamator::redis::detail
