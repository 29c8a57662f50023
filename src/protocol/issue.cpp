#include <clamator/protocol/issue.hpp>

#include "protocol/json/scan.hpp"

namespace clamator {
namespace {

// A path is for finding the place: a sender that makes keys of megabytes does not get them back 64 times.
constexpr std::size_t longest_token = 100;

// What of `key` goes into a path: cut where it is too long, and with marks for bytes that are not UTF-8, so
// that the path can always be sent.
std::string legible(std::string_view key) {
  constexpr std::string_view mark = "\xef\xbf\xbd";  // U+FFFD
  std::string text;
  const char* const end = key.data() + key.size();
  for (const char* at = key.data(); at != end;) {
    if (text.size() > longest_token) return text + "...";
    const char* const behind =
        static_cast<unsigned char>(*at) < 0x80 ? at + 1 : json::detail::skip_utf8(at, end);
    behind == nullptr ? text += mark : text.append(at, behind);
    at = behind == nullptr ? at + 1 : behind;
  }
  return text;
}

// RFC 6901: "~" is "~0" and "/" is "~1" within a reference token.
std::string pointer_token(std::string_view key) {
  std::string token = "/";
  for (char c : legible(key)) {
    if (c == '~') {
      token += "~0";
    } else if (c == '/') {
      token += "~1";
    } else {
      token += c;
    }
  }
  return token;
}

}  // namespace

void issue_list::add(std::string message, std::string found) {
  ++total_;
  if (items_.size() < limit) items_.push_back({{}, std::move(message), std::move(found)});
}

void issue_list::prefix(std::size_t mark, std::string_view key) {
  if (mark == items_.size()) return;
  const std::string token = pointer_token(key);
  for (; mark < items_.size(); ++mark) items_[mark].path.insert(0, token);
}

void issue_list::prefix(std::size_t mark, std::size_t index) {
  if (mark != items_.size()) prefix(mark, std::to_string(index));
}

void issue_list::append(const issue_list& other, std::string_view before) {
  for (const issue& one : other.items_) {
    if (items_.size() == limit) break;
    items_.push_back({one.path, std::string(before) + one.message, one.found});
  }
  total_ += other.total_;
}

void issue_list::clear() noexcept {
  items_.clear();
  total_ = 0;
}

std::string issue_list::text() const {
  std::string text;
  for (const issue& item : items_) {
    if (!text.empty()) text += "; ";
    if (!item.path.empty()) text += item.path + ": ";
    text += item.message;
    if (!item.found.empty()) text += ", found " + item.found;
  }
  if (total_ > items_.size()) text += "; and " + std::to_string(total_ - items_.size()) + " more";
  return text;
}

}  // namespace clamator
