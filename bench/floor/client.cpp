#include "client.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <vector>

#include <unistd.h>

#include "connection.hpp"
#include "envelope.hpp"

namespace bench_floor {
namespace {

using clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds warm_up{500};
constexpr int patience = 5;  // reads of one second without a reply

class client {
 public:
  explicit client(const load& work)
      : sender_(work.port),
        reader_(work.port),
        requests_(work.prefix + ":cmds:arith"),
        replies_(work.prefix + ":replies:floor-" + std::to_string(::getpid())),
        started_(work.window),
        free_slots_(work.window) {
    std::iota(free_slots_.begin(), free_slots_.end(), std::size_t{0});
  }

  void run_until(clock::time_point end) {
    while (clock::now() < end) {
      send_all_free();
      receive();
    }
  }

  // Waits for what is in flight and removes the reply stream.
  void finish() {
    while (free_slots_.size() != started_.size()) receive();
    sender_.append({"DEL", replies_});
    sender_.read();
  }

  std::vector<float>& latencies_us() noexcept { return latencies_us_; }

 private:
  void send_all_free() {
    const clock::time_point now = clock::now();
    const std::size_t calls = free_slots_.size();
    for (std::size_t slot : free_slots_) {
      request_.set_number(slot);
      started_[slot] = now;
      sender_.append(
          {"XADD", requests_, "*", "type", "rpc", "envelope", request_.text(), "reply-to", replies_});
    }
    free_slots_.clear();
    sender_.read_all(calls);
  }

  void receive() {
    reader_.append({"XREAD", "COUNT", "1024", "BLOCK", "1000", "STREAMS", replies_, last_id_});
    const reply_ptr answer = reader_.read();
    const auto entries = entries_of(*answer);
    silent_reads_ = entries.empty() ? silent_reads_ + 1 : 0;
    if (silent_reads_ == patience) throw std::runtime_error("no server answers");
    const clock::time_point now = clock::now();
    for (const redisReply* entry : entries) {
      const std::size_t slot = envelope::number_of(reply_.id_in(field_of(*entry, "envelope")));
      latencies_us_.push_back(std::chrono::duration<float, std::micro>(now - started_.at(slot)).count());
      free_slots_.push_back(slot);
    }
    if (!entries.empty()) last_id_ = text_of(*entries.back()->element[0]);
  }

  connection sender_;
  connection reader_;
  std::string requests_;
  std::string replies_;
  std::string last_id_ = "0-0";
  envelope request_ = envelope::request();
  const envelope reply_ = envelope::reply();
  // A call's number is its slot, which it holds while it is in flight.
  std::vector<clock::time_point> started_;
  std::vector<std::size_t> free_slots_;
  std::vector<float> latencies_us_;
  int silent_reads_ = 0;
};

double percentile(std::vector<float>& values, double part) {
  if (values.empty()) return 0;
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(part * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

}  // namespace

figures measure(const load& work) {
  client c(work);
  c.latencies_us().reserve(std::size_t{1} << 22);
  c.run_until(clock::now() + warm_up);
  c.latencies_us().clear();

  const clock::time_point begin = clock::now();
  c.run_until(begin + std::chrono::duration_cast<clock::duration>(work.seconds));
  const std::chrono::duration<double> elapsed = clock::now() - begin;
  std::vector<float> latencies_us = c.latencies_us();
  c.finish();

  figures f;
  f.calls = latencies_us.size();
  f.calls_per_second = static_cast<double>(f.calls) / elapsed.count();
  f.p50_us = percentile(latencies_us, 0.50);
  f.p99_us = percentile(latencies_us, 0.99);
  return f;
}

}  // namespace bench_floor
