// What a keeper says of what goes wrong: each fault once, however often it is tried again.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace clamator::redis::detail {

// What can fail by itself.
enum class keeper_step { election, consumers, notes, reply_streams, trimming };

class keeper_faults {
 public:
  // How a step ended; `problem` is empty where it succeeded. Whether that is to be said: it failed, and not
  // with what it failed with the last time.
  bool is_news(keeper_step step, std::string_view problem);

 private:
  std::array<std::string, 5> last_;
};

}  // namespace clamator::redis::detail
