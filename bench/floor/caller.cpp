#include "caller.hpp"

#include <numeric>
#include <stdexcept>

#include <unistd.h>

namespace bench_floor {
namespace {

constexpr int patience = 5;  // reads of one second without a reply

}  // namespace

caller::caller(const load& work)
    : sender_(work.port),
      reader_(work.port),
      requests_(work.prefix + ":cmds:arith"),
      replies_(work.prefix + ":replies:floor-" + std::to_string(::getpid())),
      request_(envelope::request(work.payload)),
      reply_(envelope::reply(work.payload)),
      started_(work.window),
      free_slots_(work.window) {
  std::iota(free_slots_.begin(), free_slots_.end(), std::size_t{0});
  latencies_us_.reserve(std::size_t{1} << 22);
}

void caller::send_all_free() {
  const clock::time_point now = clock::now();
  const std::size_t calls = free_slots_.size();
  for (std::size_t slot : free_slots_) append_request(slot, now);
  free_slots_.clear();
  sender_.read_all(calls);
}

void caller::receive() {
  ask();
  take();
}

void caller::send(std::span<const clock::time_point> since) {
  for (const clock::time_point due : since) {
    append_request(free_slots_.back(), due);
    free_slots_.pop_back();
  }
  sender_.read_all(since.size());
}

void caller::receive_until(clock::time_point until) {
  ask();
  if (reader_.readable_until(until)) take();
}

void caller::finish() {
  while (free_slots_.size() != started_.size()) receive();
  if (asked_) take();
  sender_.append({"DEL", replies_});
  sender_.read();
}

void caller::append_request(std::size_t slot, clock::time_point since) {
  request_.set_number(slot);
  started_[slot] = since;
  sender_.append({"XADD", requests_, "*", "type", "rpc", "envelope", request_.text(), "reply-to", replies_});
}

void caller::ask() {
  if (asked_) return;
  reader_.append({"XREAD", "COUNT", "1024", "BLOCK", "1000", "STREAMS", replies_, last_id_});
  asked_ = true;
}

void caller::take() {
  const reply_ptr answer = reader_.read();
  asked_ = false;
  const auto entries = entries_of(*answer);
  silent_reads_ = entries.empty() && free_slots_.size() != started_.size() ? silent_reads_ + 1 : 0;
  if (silent_reads_ == patience) throw std::runtime_error("no server answers");
  const clock::time_point now = clock::now();
  for (const redisReply* entry : entries) {
    const std::size_t slot = envelope::number_of(reply_.id_in(field_of(*entry, "envelope")));
    latencies_us_.push_back(std::chrono::duration<float, std::micro>(now - started_.at(slot)).count());
    free_slots_.push_back(slot);
  }
  if (!entries.empty()) last_id_ = text_of(*entries.back()->element[0]);
}

}  // namespace bench_floor
