#include <clamator/protocol/issue.hpp>

namespace clamator {
namespace {

// RFC 6901: "~" is "~0" and "/" is "~1" within a reference token.
std::string pointer_token(std::string_view key) {
  std::string token = "/";
  for (char c : key) {
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
