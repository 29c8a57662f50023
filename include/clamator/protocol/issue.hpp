// What is wrong with a value that does not fit its contract: where, why, and what stood there.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <clamator/export.hpp>

namespace clamator {

// One failure.
struct issue {
  // Where: a JSON Pointer (RFC 6901) from the value that was checked, "" for the value itself. A key of more
  // than 100 bytes is cut, with "..." behind it, and bytes that are not UTF-8 stand as U+FFFD.
  std::string path;
  std::string message;  // "expected an integer"
  std::string found;    // what stood there, shortened: "\"five\"", "null", "an object"
};

// All failures of one value, up to 64; how many more there were is counted. Paths are built from the inside
// out: whoever decodes a member notes mark() before and calls prefix() after, so success costs nothing.
class CLAMATOR_EXPORT issue_list {
 public:
  // How many are kept.
  static constexpr std::size_t limit = 64;

  // Whether nothing is wrong.
  bool empty() const noexcept { return total_ == 0; }
  // How many were found, also those beyond the limit.
  std::size_t total() const noexcept { return total_; }
  // Those that are kept, in the order in which they were found.
  const std::vector<issue>& items() const noexcept { return items_; }

  // One at "". May throw std::bad_alloc.
  void add(std::string message, std::string found = {});
  // Where the next one will stand, for prefix().
  std::size_t mark() const noexcept { return items_.size(); }
  // Puts a member's name before the paths of all issues since `mark`.
  void prefix(std::size_t mark, std::string_view key);
  // The same for an element.
  void prefix(std::size_t mark, std::size_t index);
  // Adds all of another list, with `before` in front of each message.
  void append(const issue_list& other, std::string_view before = {});
  // Forgets all.
  void clear() noexcept;

  // All of them for a person: "/a: expected an integer, found \"five\"; /b: missing".
  std::string text() const;

 private:
  std::vector<issue> items_;
  std::size_t total_ = 0;
};

}  // namespace clamator
