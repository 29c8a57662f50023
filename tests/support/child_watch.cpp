#include "support/child_watch.hpp"

#include <array>
#include <cerrno>
#include <stdexcept>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace clamator::test {

child_watch::child_watch(std::string name, spawned_process child)
    : name_{std::move(name)}, child_{std::move(child)} {
  ::fcntl(child_.output.get(), F_SETFL, O_NONBLOCK);
  ::fcntl(child_.errors.get(), F_SETFL, O_NONBLOCK);
  thread_ = std::thread{[this] { follow(); }};
}

child_watch::~child_watch() {
  signal(SIGKILL);
  thread_.join();
}

void child_watch::follow() {
  std::array<pollfd, 3> events{pollfd{child_.output.get(), POLLIN, 0}, pollfd{child_.errors.get(), POLLIN, 0},
                               pollfd{child_.exit.get(), POLLIN, 0}};
  do {
    if (::poll(events.data(), events.size(), -1) < 0 && errno != EINTR) {
      throw std::system_error{errno, std::system_category(), "poll the pipes of " + name_};
    }
    const std::lock_guard lock{mutex_};
    read_into(child_.output, output);
    read_into(child_.errors, errors);
    events[0].fd = child_.output.get();  // poll passes over a closed one: it is negative
    events[1].fd = child_.errors.get();
    if (events[2].revents != 0) reap();
    changed_.notify_all();
  } while (events[2].revents == 0);
}

void child_watch::read_into(unique_fd& pipe, captured_lines& lines) {
  std::array<char, 16384> buffer;
  while (pipe) {
    const ssize_t size = ::read(pipe.get(), buffer.data(), buffer.size());
    if (size > 0) {
      lines.append({buffer.data(), static_cast<std::size_t>(size)});
    } else if (size < 0 && errno == EINTR) {
      continue;
    } else if (size < 0 && errno == EAGAIN) {
      return;
    } else {
      lines.end();
      pipe.reset();
    }
  }
}

void child_watch::reap() {
  int status = 0;
  ::waitpid(child_.pid, &status, 0);
  status_ = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  // A grandchild may hold the pipes open for ever; what the child itself wrote has been read by now.
  output.end();
  errors.end();
}

std::optional<int> child_watch::status() const {
  const std::lock_guard lock{mutex_};
  return status_;
}

std::string child_watch::text(const captured_lines child_watch::* stream) const {
  const std::lock_guard lock{mutex_};
  return (this->*stream).text();
}

std::string child_watch::wait_for_line(captured_lines child_watch::* stream, std::string_view text,
                                       std::chrono::milliseconds within) {
  const std::string what = "waiting for the line \"" + std::string{text} + "\"";
  std::unique_lock lock{mutex_};
  captured_lines& lines = this->*stream;
  std::optional<std::string> line;
  wait(lock, within, what, [&] {
    line = lines.take(text);
    return line || lines.ended();
  });
  if (!line) fail(what + ": the output ended without it");
  return std::move(*line);
}

int child_watch::wait_exit(std::chrono::milliseconds within) {
  std::unique_lock lock{mutex_};
  wait(lock, within, "waiting for its exit", [this] { return status_.has_value(); });
  return *status_;
}

void child_watch::wait_stopped() {
  siginfo_t info{};
  while (::waitid(P_PID, static_cast<id_t>(child_.pid), &info, WSTOPPED | WEXITED | WNOWAIT) != 0) {
    if (errno == ECHILD) return;  // it has ended instead, and was reaped
    if (errno != EINTR)
      throw std::system_error{errno, std::system_category(), "wait for " + name_ + " to stop"};
  }
}

void child_watch::signal(int number) {
  const std::lock_guard lock{mutex_};
  if (!status_ && ::kill(child_.pid, number) != 0) {
    throw std::system_error{errno, std::system_category(), "signal " + name_};
  }
}

void child_watch::write(std::string_view text) {
  while (!text.empty()) {
    const ssize_t size = ::send(child_.input.get(), text.data(), text.size(), MSG_NOSIGNAL);
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) throw std::system_error{errno, std::system_category(), "write to " + name_};
    text.remove_prefix(static_cast<std::size_t>(size));
  }
}

void child_watch::wait(std::unique_lock<std::mutex>& lock, std::chrono::milliseconds within,
                       const std::string& what, const std::function<bool()>& done) {
  if (!changed_.wait_for(lock, within, done)) {
    fail(what + ": nothing within " + std::to_string(within.count()) + " ms");
  }
}

void child_watch::fail(const std::string& what) const {
  throw std::runtime_error{name_ + ": " + what +
                           (status_ ? "; it ended with " + std::to_string(*status_) : "") +
                           "\n--- its stdout:\n" + output.text() + "--- its stderr:\n" + errors.text()};
}

}  // namespace clamator::test
