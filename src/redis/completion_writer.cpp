#include "redis/completion_writer.hpp"

#include <algorithm>
#include <utility>

#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>

#include <clamator/redis/resp/command.hpp>
#include <clamator/rpc/detail/serial_executor.hpp>

#include "redis/occurrences.hpp"

namespace clamator::redis::detail {

completion_writer::completion_writer(std::shared_ptr<connection_core> connection,
                                     asio::any_io_executor strand, const lane_settings& settings,
                                     std::function<void(const std::vector<stream_id>&)> done)
    : connection_(std::move(connection)),
      own_strand_(connection_->strand() == strand),
      server_strand_(std::move(strand), connection_->strand()),
      stream_(settings.stream),
      group_(settings.service),
      log_(settings.log),
      observer_(settings.observer),
      reply_faults_(settings.reply_faults),
      done_(std::move(done)),
      pause_(connection_->strand()) {
  const std::string maxlen = std::to_string(settings.reply_stream_maxlen);
  for (const std::string_view word : {"MAXLEN", "~", maxlen.c_str(), "*", "type", "rpc", "envelope"}) {
    resp::append_bulk(reply_middle_, word);
  }
}

void completion_writer::add(const completion& finished, bool at_once) {
  bool full = false;
  bool first = false;
  const std::size_t bytes = finished.reply.size();
  {
    const std::lock_guard lock(mutex_);
    const bool alone = finished.memory != nullptr;
    if (added_.empty() || added_.back().batch.full() || (alone && !added_.back().batch.empty())) begin_job();
    added_.back().batch.add(finished, reply_middle_.view());
    ++unsettled_.count;
    unsettled_.bytes += bytes;
    const bool goes = ++added_count_ >= batch_ || at_once || added_.back().batch.large();
    full = goes && !std::exchange(full_, true);
    first = !std::exchange(scheduled_, true);
    if (first) seen_ = added_count_;
  }
  if (first) schedule();
  if (full) asio::dispatch(connection_->strand(), [self = shared_from_this()] { self->flush(); });
}

// With mutex_ locked.
void completion_writer::begin_job() {
  if (spare_.empty()) spare_.emplace_back();
  added_.splice(added_.end(), spare_, spare_.begin());
}

void completion_writer::recycle(std::list<job> done) noexcept {
  for (job& each : done) {
    each.batch.recycle();
    each.reply = true;
    each.notes = 0;
    each.note_refused.clear();
  }
  const std::lock_guard lock(mutex_);
  if (spare_.size() < spare_at_most) spare_.splice(spare_.end(), done);
}

void completion_writer::schedule() {
  try {
    clamator::detail::post_behind(connection_->strand(), [self = shared_from_this()] {
      bool grew = false;
      {
        const std::lock_guard lock(self->mutex_);
        grew = self->added_count_ > std::exchange(self->seen_, self->added_count_);
        if (!grew) self->scheduled_ = false;
      }
      if (grew) return self->schedule();
      self->flush();
    });
  } catch (const std::bad_alloc&) {
    const std::lock_guard lock(mutex_);
    scheduled_ = false;
    throw;
  }
}

void completion_writer::expect(std::size_t requests) {
  const std::lock_guard lock(mutex_);
  batch_ = requests < 2 * least ? most : std::min(most, (requests + 1) / 2);
}

void completion_writer::flush_is_coming() {
  const std::lock_guard lock(mutex_);
  promised_ = !std::exchange(scheduled_, true) || promised_;
}

void completion_writer::flush() {
  std::list<job> work;
  {
    const std::lock_guard lock(mutex_);
    work.swap(added_);
    added_count_ = seen_ = 0;
    full_ = false;
    if (std::exchange(promised_, false)) scheduled_ = false;
  }
  if (closed_ || work.empty()) return;
  for (job& each : work) mark_notes(each);
  unsent_.splice(unsent_.end(), work);
  try {
    if (!refusing_) send_unsent();
  } catch (const std::bad_alloc&) {
    try_again_later();
  }
}

void completion_writer::send_unsent() {
  // What is large would keep the read waiting.
  const bool large = std::any_of(unsent_.begin(), unsent_.end(), [](const job& each) {
    return each.batch.bytes() >= connection_core::large_body;
  });
  if (const auto gap = large ? nullptr : gap_.lock(); gap && gap->open()) {
    return send_before_read(*gap);
  }
  if (!connection_->ready()) return;
  {
    const connection_core::gathering together(connection_);
    while (!unsent_.empty()) submit_first(*connection_, over_commands_);
  }
  connection_->flush();
  // At the answers to what went before, now that Redis has something to do.
  connection_->look();
}

void completion_writer::send_before_read(gap_between_reads& gap) {
  const connection_core::gathering together(gap.reading());
  try {
    while (!unsent_.empty()) submit_first(*gap.reading(), before_reads_);
  } catch (const std::bad_alloc&) {
    gap.reading()->flush();
    throw;
  }
  gap.end();
  gap.reading()->flush();
}

void completion_writer::submit_first(connection_core& connection, way& over) {
  const job& work = unsent_.front();
  const std::size_t replies = work.reply ? work.batch.answered() : 0;
  const std::size_t commands = replies + 3 + (work.notes > 0 ? 1 : 0);
  if (work.reply && work.batch.bytes() >= connection_core::large_body) {
    const bool has_body = !work.batch.body().empty();
    around_.clear();
    append_begin(around_);
    if (has_body) around_.append(work.batch.replies());
    const std::size_t begin = around_.size();
    if (has_body) around_.append("\r\n");
    append_end(around_, work);
    const std::string_view around = around_.view();
    connection.submit_large(commands, shared_from_this(), over.tag, around.substr(0, begin),
                            has_body ? work.batch.body() : work.batch.replies(), around.substr(begin),
                            connection_core::urgency::can_wait);
  } else {
    connection.submit(
        commands, shared_from_this(), over.tag, [&](buffer& out) { append(out, work); },
        connection_core::urgency::can_wait);
  }
  over.sent.splice(over.sent.end(), unsent_, unsent_.begin());
}

void completion_writer::try_again_later() {
  pause_.expires_after(std::chrono::milliseconds(200));
  pause_.async_wait([self = shared_from_this()](boost::system::error_code canceled) {
    if (canceled) return;
    self->connected();
    self->flush();
  });
}

void completion_writer::append(buffer& out, const job& work) const {
  append_begin(out);
  if (work.reply) out.append(work.batch.replies());
  append_end(out, work);
}

void completion_writer::append_begin(buffer& out) {
  resp::append_command(out, {"MULTI"});
}

void completion_writer::append_end(buffer& out, const job& work) const {
  resp::append_array_header(out, 3 + work.batch.items().size());
  resp::append_bulk(out, "XACK");
  resp::append_bulk(out, stream_);
  resp::append_bulk(out, group_);
  for (const completion_batch::item& item : work.batch.items()) resp::append_bulk(out, item.id.text());
  if (work.notes > 0) append_notes(out, work);
  resp::append_command(out, {"EXEC"});
}

void completion_writer::append_notes(buffer& out, const job& work) const {
  const auto here = std::chrono::steady_clock::now().time_since_epoch();
  const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(here) + clock_offset_.load();
  resp::append_array_header(out, 2 + 2 * work.notes);
  resp::append_bulk(out, "ZADD");
  resp::append_bulk(out, notes_.key());
  for (const completion_batch::item& item : work.batch.items()) {
    if (!item.note) continue;
    resp::append_bulk(out, now.count());
    resp::append_bulk(out, work.batch.reply_to(item));
  }
}

void completion_writer::mark_notes(job& work) {
  const auto now = std::chrono::steady_clock::now();
  try {
    for (completion_batch::item& item : work.batch.items()) {
      if (!item.answered() || !notes_.due(work.batch.reply_to(item), now)) continue;
      item.note = true;
      ++work.notes;
    }
  } catch (const std::bad_alloc&) {
    // The next reply to that stream notes it.
  }
}

void completion_writer::note_again() {
  asio::dispatch(connection_->strand(), [self = shared_from_this()] { self->notes_.forget_all(); });
}

void completion_writer::notes_refused(std::string_view error) {
  tell_refused(observer_, group_, error);
  if (!notes_.refused(error, std::chrono::steady_clock::now()) || !log_) return;
  log_(log_level::warning, "noting reply streams in " + notes_.key() +
                               " is refused, and will be tried again: " + std::string(error));
}

void completion_writer::answered(const call_id& tag, resp::reply_view reply, std::string_view first_error) {
  std::list<job>& sent = way_of(tag).sent;
  if (reply.is_array()) {
    std::list<job> done;
    done.splice(done.end(), sent, sent.begin());
    accepted();
    const job& work = done.front();
    const std::size_t before_notes = reply.size() - (work.notes > 0 ? 1 : 0);
    std::size_t index = 0;
    for (const resp::reply_view each : reply) {
      if (index == before_notes) {
        each.is_error() ? notes_refused(each.text()) : notes_.accepted();
        break;
      }
      // One reply stream that is no stream hinders nobody else.
      if (each.is_error()) reply_refused(answered_to(work, index), each.text());
      ++index;
    }
    settle(work);
    if (!work.note_refused.empty()) notes_refused(work.note_refused);
    recycle(std::move(done));
  } else {
    unsent_.splice(unsent_.begin(), sent, sent.begin());
    retry(first_error.empty() ? reply.text() : first_error);
  }
  check_empty();
}

// Redis takes completions again: what waited for that goes out.
void completion_writer::accepted() {
  if (!std::exchange(refusing_, false)) return;
  refusal_.clear();
  if (log_) log_(log_level::info, "completing on " + stream_ + " succeeds again");
  connected();
}

void completion_writer::settle(const job& work) {
  settled_.clear();
  std::size_t bytes = 0;
  for (const completion_batch::item& item : work.batch.items()) {
    settled_.push_back(item.id);
    bytes += item.reply_bytes;
  }
  {
    const std::lock_guard lock(mutex_);
    unsettled_.count -= settled_.size();
    unsettled_.bytes -= bytes;
  }
  if (own_strand_) return done_(settled_);
  server_strand_.dispatch(
      [self = shared_from_this(), ids = std::exchange(settled_, {})] { self->done_(ids); });
}

// One command that Redis refuses aborts the whole transaction, so the batch is taken apart to find which.
void completion_writer::retry(std::string_view error) {
  tell(observer_, {.what = event::completion_refused, .service = group_, .reason = error});
  tell_refused(observer_, group_, error);
  if (passes(error) || forbids_acknowledging(error)) return wait(error);
  if (leave_notes_out(error)) return connected();
  if (log_ && reply_faults_->is_news(stream_, error, std::chrono::steady_clock::now()))
    log_(log_level::warning, "completing on " + stream_ + " was refused: " + std::string(error));
  if (!take_apart(error)) return wait(error);
  connected();
}

// A note must not cost a reply. Where it succeeds without them, they were what is refused.
bool completion_writer::leave_notes_out(std::string_view error) {
  job& refused = unsent_.front();
  if (refused.notes == 0) return false;
  for (completion_batch::item& item : refused.batch.items()) {
    if (std::exchange(item.note, false)) notes_.forget(refused.batch.reply_to(item));
  }
  refused.notes = 0;
  refused.note_refused = error;
  return true;
}

// Makes of the first of unsent_ what may succeed: its parts alone, or it without its reply. False where there
// is nothing to leave out.
bool completion_writer::take_apart(std::string_view error) {
  job& refused = unsent_.front();
  const std::vector<completion_batch::item>& items = refused.batch.items();
  if (items.size() > 1) {
    std::list<job> singles(items.size());
    auto single = singles.begin();
    for (const completion_batch::item& item : items) {
      single->notes = item.note ? 1 : 0;
      (single++)->batch = refused.batch.only(item);
    }
    unsent_.pop_front();
    unsent_.splice(unsent_.end(), singles);
    return true;
  }
  if (!refused.reply || !items.front().answered()) return false;
  reply_refused(refused.batch.reply_to(items.front()), error);
  refused.reply = false;
  refused.notes = 0;
  return true;
}

// Whom the command at `index` of a transaction answers; nobody where it is the acknowledgement.
std::string_view completion_writer::answered_to(const job& work, std::size_t index) {
  if (!work.reply) return {};
  for (const completion_batch::item& item : work.batch.items()) {
    if (item.answered() && index-- == 0) return work.batch.reply_to(item);
  }
  return {};
}

// For good. Said once of each stream: its client may have many calls.
void completion_writer::reply_refused(std::string_view reply_to, std::string_view error) {
  if (!reply_to.empty())
    tell(observer_, {.what = event::reply_dropped, .service = group_, .subject = reply_to, .reason = error});
  const std::string_view where = reply_to.empty() ? std::string_view(stream_) : reply_to;
  if (!log_ || !reply_faults_->is_news(where, error, std::chrono::steady_clock::now())) return;
  if (reply_to.empty()) return log_(log_level::error, "completing on " + stream_ + ": " + std::string(error));
  log_(log_level::error,
       "the reply to " + std::string(reply_to) + " cannot be written: " + std::string(error));
}

void completion_writer::add_health(health& now) const {
  refusal_.add_to(now, "completing on " + stream_ + " is refused: ");
}

void completion_writer::wait(std::string_view error) {
  refusal_.set(error);
  if (!std::exchange(refusing_, true) && log_) {
    log_(log_level::error,
         "completing on " + stream_ + " is refused, and will be tried again: " + std::string(error));
  }
  try_again_later();
}

void completion_writer::lost(const call_id& tag, bool sent, const std::string& reason) {
  std::list<job>& jobs = way_of(tag).sent;
  if (sent)
    tell(observer_, {.what = event::completion_repeated,
                     .service = group_,
                     .reason = reason,
                     .times = jobs.front().batch.items().size()});
  // Redis breaks off over a reply that is longer than its proto-max-bulk-len, and would each time.
  const bool too_long = reason.find("Protocol error") != std::string::npos;
  if (too_long) {
    unsent_.splice(unsent_.begin(), jobs, jobs.begin());
    take_apart(reason);
  } else {
    unsent_.splice(unsent_.end(), jobs, jobs.begin());
  }
  connected();
}

// While Redis refuses them, one is sent to find out whether it still does.
void completion_writer::connected() {
  if (closed_ || !connection_->ready()) return;
  try {
    if (!refusing_) return send_unsent();
    if (unsent_.empty() || !over_commands_.sent.empty() || !before_reads_.sent.empty()) return;
    submit_first(*connection_, over_commands_);
    connection_->flush();
  } catch (const std::bad_alloc&) {
    try_again_later();
  }
}

completion_writer::backlog completion_writer::unsettled() const {
  const std::lock_guard lock(mutex_);
  return unsettled_;
}

void completion_writer::check_empty() {
  if (empty_ && empty()) empty_();
}

void completion_writer::close() {
  asio::dispatch(connection_->strand(), [self = shared_from_this()] {
    self->closed_ = true;
    self->pause_.cancel();
    self->unsent_.clear();
  });
}

}  // namespace clamator::redis::detail
