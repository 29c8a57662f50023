#include "soak/journal.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace clamator::soak {

std::int64_t journal_time() {
  return std::chrono::duration_cast<std::chrono::microseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

journal::journal(const std::filesystem::path& file)
    : name_(file), file_(::open(name_.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666)) {
  if (!file_) throw std::system_error(errno, std::system_category(), "open " + name_);
}

void journal::note(std::string_view line) {
  pending_.append(std::to_string(journal_time())).append(" ").append(line).append("\n");
}

void journal::commit() {
  if (pending_.empty()) return;
  const ssize_t written = ::write(file_.get(), pending_.data(), pending_.size());
  if (written != static_cast<ssize_t>(pending_.size())) {
    throw std::system_error(written < 0 ? errno : ENOSPC, std::system_category(), "write to " + name_);
  }
  pending_.clear();
}

std::string in_one_line(std::string_view text) {
  std::string line(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

}  // namespace clamator::soak
