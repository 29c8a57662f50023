#include "redis/lane_group.hpp"

#include <string>
#include <utility>
#include <vector>

#include <clamator/protocol/error.hpp>

#include "redis/rights.hpp"
#include "redis/script.hpp"

namespace clamator::redis::detail {

asio::awaitable<stream_id> lane_group::create() {
  const std::string begin = settings_.new_entries_only ? "$" : "0";
  std::vector<std::string> create{"XGROUP", "CREATE", settings_.stream, settings_.service, begin, "MKSTREAM"};
  const answer made = co_await execute(connection_, std::move(create));
  require_right(*connection_, made, "XGROUP", settings_.stream);
  if (made.is_error() && made.error_code() != "BUSYGROUP") {
    const char* const remedy =
        made.error_code() == "WRONGTYPE"
            ? "; that key is no stream: delete or rename it, or choose another key_prefix"
            : "";
    throw transport_error(transport_errc::refused, "creating group " + settings_.service + " on " +
                                                       settings_.stream + ": " + made.text + remedy);
  }
  if (!made.is_error()) co_return stream_id();
  std::vector<std::string> arguments{settings_.service, "~"};
  const answer looked = co_await trim_script().run(connection_, settings_.stream, std::move(arguments));
  co_return looked.items.size() == 4 ? stream_id::parse(looked.items[0].text) : stream_id();
}

asio::awaitable<answer> lane_group::create_again(stream_id handled) {
  std::vector<std::string> arguments{settings_.service, handled.text()};
  co_return co_await repair_script().run(connection_, settings_.stream, std::move(arguments));
}

asio::awaitable<answer> lane_group::entries_before(stream_id begun_at) {
  std::vector<std::string> look{"XRANGE",        settings_.stream, std::to_string(begun_at.milliseconds),
                                begun_at.text(), "COUNT",          "100"};
  co_return co_await execute(connection_, std::move(look));
}

asio::awaitable<answer> lane_group::rewind() {
  std::vector<std::string> rewind{"XGROUP", "SETID", settings_.stream, settings_.service, "0"};
  co_return co_await execute(connection_, std::move(rewind));
}

}  // namespace clamator::redis::detail
