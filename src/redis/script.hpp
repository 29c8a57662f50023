// What must happen in Redis as one step and is not on the hot path: Lua scripts.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <boost/asio/awaitable.hpp>

#include "redis/command.hpp"

namespace clamator::redis::detail {

class script {
 public:
  // `functions` is what `body` calls.
  script(std::string_view functions, std::string_view body);

  // Runs it by its digest, and by its text where Redis does not know it yet. Completes as execute() does.
  asio::awaitable<answer> run(std::shared_ptr<connection_core> connection, std::vector<std::string> keys,
                              std::vector<std::string> arguments) const;
  // With one key.
  asio::awaitable<answer> run(std::shared_ptr<connection_core> connection, std::string key,
                              std::vector<std::string> arguments) const;

 private:
  std::string text_;
  std::string digest_;
};

// Arguments: group, consumer, ids. Renews those that are still this consumer's, without counting a delivery.
// Answers {Redis's time in milliseconds, those that another consumer has, those that nobody has pending}.
const script& lease_script();

// Arguments: group, consumer, control channel, ids. Makes those that are still this consumer's, and that it
// has not begun, free to be claimed at once, takes back the delivery that was counted, and tells the other
// servers; answers why they could not be told, nothing where they were.
const script& release_script();

// Arguments: control channel or nothing, ids. Removes those that no group has read, and where a channel is
// given tells servers to cancel those that one has. Answers {a letter for each: w withdrawn, b begun, and ?
// for one that is not there; why servers could not be told}.
const script& withdraw_script();

// Arguments: group, "~" or "=". Removes what every group of the stream has done with, exactly or in whole
// nodes; answers {the id that this group has handled everything up to, 0-0 where something is pending; the id
// below which everything is done with; the same id for the other groups alone, empty where there are none;
// how many it removed}.
const script& trim_script();

// Arguments: group, milliseconds. Acknowledges what is pending for so long and does not stand in the stream
// any more; answers the ids. Looks at the oldest 1,000.
const script& deleted_script();

// Arguments: group, the id to begin at. Creates a group that was lost; at 0 where the stream is a new one,
// whose ids are all lower. Answers the id that it began at, or that it is there already.
const script& repair_script();

}  // namespace clamator::redis::detail
