// Keeps a service's stream short: what every group has finished is cut off from time to time.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

#include <clamator/rpc/detail/async_event.hpp>
#include <clamator/rpc/log.hpp>

#include "redis/answer.hpp"
#include "redis/connection_core.hpp"
#include "redis/lane_settings.hpp"
#include "redis/lasting_problem.hpp"
#include "redis/stream_id.hpp"

namespace clamator::redis::detail {

// Lives on `strand`.
class lane_trimmer final : public std::enable_shared_from_this<lane_trimmer> {
 public:
  // Finished entries after which a trim is due at once; otherwise it comes with the next look around.
  static constexpr std::size_t trim_every = 1000;
  // The same by the bytes that came in: what Redis holds it takes from its memory as new pages, each of which
  // the system clears, and cold. Texts of 256 KB, a thousand at a time, took a quarter of its CPU time there.
  static constexpr std::size_t trim_every_bytes = std::size_t{4} << 20;
  // Finished entries that an old pending one may keep in the stream.
  static constexpr std::size_t finished_kept = 10'000;

  // `learned` is told up to where everything of the group is handled.
  lane_trimmer(std::shared_ptr<connection_core> commands, const asio::any_io_executor& strand,
               const lane_settings& settings, std::function<void(stream_id)> learned);

  void start();
  void stop();
  // An entry of so many bytes came.
  void arrived(std::size_t bytes) noexcept { bytes_since_trim_ += bytes; }
  // These are finished, and may still be in the stream.
  void completed(const std::vector<stream_id>& ids);

 private:
  static asio::awaitable<void> loop(std::shared_ptr<lane_trimmer> self);
  asio::awaitable<void> trim(bool exact);
  asio::awaitable<void> delete_finished(stream_id below);
  void refused(const answer& said);
  void trimmed(std::int64_t entries) const;

  const std::shared_ptr<connection_core> commands_;
  const std::string stream_;
  const std::string group_;
  const log_sink log_;
  const std::shared_ptr<observer> observer_;
  const std::function<void(stream_id)> learned_;
  asio::steady_timer timer_;
  const std::shared_ptr<clamator::detail::async_event> wanted_;
  std::deque<stream_id> finished_;
  std::size_t finished_since_trim_ = 0;
  std::size_t bytes_since_trim_ = 0;
  bool stopped_ = false;
  lasting_problem problem_;  // said once
};

}  // namespace clamator::redis::detail
