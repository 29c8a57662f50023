// What one process of the soak did, written down line by line as it does it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "support/unique_fd.hpp"

namespace clamator::soak {

// Microseconds of the monotonic clock, which is one and the same for all processes of a machine; Python's
// time.monotonic_ns() is it as well.
std::int64_t journal_time();

// A file of lines "<time> <what> ...". Nothing that happened may be missing from it after SIGKILL, so nothing
// waits in this process for a better moment: a line that sat in a buffer could be a handler that had run, or
// a call that was on the stream, and the ledger would count it wrongly. What write() has taken is in the page
// cache, which outlives the process. It takes one or two microseconds, beside the hundred of a call; who has
// two lines to say at once says them in one write().
//
// A line that is cut off at the end of a file, since the process died while it was copied, is of something
// that had not happened yet: lines of beginnings are written before, and those of ends after.
//
// Not for two threads at once; each may have a journal of its own on the same file, as appending is atomic.
class journal {
 public:
  // Creates the file where there is none. Throws std::system_error.
  explicit journal(const std::filesystem::path& file);

  // Adds a line to what the next commit() writes.
  void note(std::string_view line);
  // Throws std::system_error where not all of it can be written.
  void commit();
  void write(std::string_view line) {
    note(line);
    commit();
  }

 private:
  std::string name_;
  test::unique_fd file_;
  std::string pending_;
};

// One line, whatever was in it.
std::string in_one_line(std::string_view text);

}  // namespace clamator::soak
