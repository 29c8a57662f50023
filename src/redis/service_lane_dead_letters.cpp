// The part of a lane that sees to what nobody can handle.
#include <utility>

#include "redis/exhausted_reply.hpp"
#include "redis/redis_delivery.hpp"
#include "redis/service_lane.hpp"

namespace clamator::redis::detail {

void service_lane::rejected(rejected_request request) {
  keep_aside(std::move(request));
  const std::lock_guard lock(mutex_);
  ahead_.finish(std::chrono::steady_clock::now(), ledger_.unhandled());
}

void service_lane::keep_aside(rejected_request request) {
  const stream_id id = request.id;
  if (request.consumer.empty()) request.consumer = settings_.consumer;
  const delivery* what = nullptr;
  {
    const std::lock_guard lock(mutex_);
    what = ledger_.handled(id);
  }
  hand_on(id, what, [&] { letters_->add(std::move(request)); });
}

void service_lane::condemn(const entry& found, unsigned attempts, std::string_view consumer,
                           std::chrono::steady_clock::time_point since) {
  const stream_id id = stream_id::parse(found.id);
  const redis_delivery place(shared_from_this(), id, {}, {},
                             0);  // its own in the ledger, until it is handled
  entry_ledger::verdict verdict{};
  {
    const std::lock_guard lock(mutex_);
    verdict = ledger_.take(id, &place, content_of(found), leased_at(since));
  }
  if (verdict != entry_ledger::verdict::fresh) note(event::request_repeated, found.id);
  // It may be running here, by a lease that was lost and has come back.
  if (verdict == entry_ledger::verdict::held) return;
  // Not with the mutex locked, since this may send what was added, and read.
  if (verdict == entry_ledger::verdict::finished) return writer_->add({id, {}, {}});
  say(log_level::error, "request " + id.text() + " of " + settings_.stream + " was begun " +
                            std::to_string(attempts) + " times and never finished: it becomes a dead letter");
  rejected_request request;
  request.id = id;
  request.reason = "delivery attempts exhausted";
  request.attempts = attempts;
  request.consumer = consumer;
  request.reply = exhausted_reply(found.envelope, attempts);
  if (!request.reply.empty()) request.reply_to = reply_stream(found);
  keep_aside(std::move(request));
}

void service_lane::dead_letter_done(const rejected_request& request, dead_letter_writer::fate what) {
  switch (what) {
    case dead_letter_writer::fate::settled:
      return completed({request.id});
    case dead_letter_writer::fate::refused:
      return writer_->add({request.id, request.reply_to, request.reply});
    case dead_letter_writer::fate::left:
      break;
  }
  {
    const std::lock_guard lock(mutex_);
    ledger_.forget(request.id);
  }
  if (waiting_for_room_) read();
}

}  // namespace clamator::redis::detail
