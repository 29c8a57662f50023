// What is wrong with a value that does not fit its contract: where, why, and what stood there.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <clamator/export.hpp>

namespace clamator {

// One failure. `path` is a JSON Pointer (RFC 6901) from the value that was checked, "" for the value itself.
// A key of more than 100 bytes is cut there, with "..." behind it, and bytes that are not UTF-8 stand as
// U+FFFD.
struct issue {
  std::string path;
  std::string message;  // "expected an integer"
  std::string found;    // what stood there, shortened: "\"five\"", "null", "an object"
};

// All failures of one value, up to 64; how many more there were is counted. Paths are built from the inside
// out: whoever decodes a member notes mark() before and calls prefix() after, so success costs nothing.
class CLAMATOR_EXPORT issue_list {
 public:
  static constexpr std::size_t limit = 64;

  bool empty() const noexcept { return total_ == 0; }
  // How many were found, also those beyond the limit.
  std::size_t total() const noexcept { return total_; }
  const std::vector<issue>& items() const noexcept { return items_; }

  void add(std::string message, std::string found = {});
  std::size_t mark() const noexcept { return items_.size(); }
  // Puts a member's name or an element's index before the paths of all issues since `mark`.
  void prefix(std::size_t mark, std::string_view key);
  void prefix(std::size_t mark, std::size_t index);
  void clear() noexcept;

  // All of them for a person: "/a: expected an integer, found \"five\"; /b: missing".
  std::string text() const;

 private:
  std::vector<issue> items_;
  std::size_t total_ = 0;
};

}  // namespace clamator
