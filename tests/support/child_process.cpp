#include "support/child_process.hpp"

#include <signal.h>

#include "support/child_watch.hpp"

namespace clamator::test {

child_process::child_process(const std::vector<std::string>& argv, const child_options& options)
    : watch_{std::make_unique<child_watch>(argv.empty() ? "" : argv.front(),
                                           spawn(argv, options.environment, options.directory))} {}
child_process::child_process(child_process&&) noexcept = default;
child_process& child_process::operator=(child_process&&) noexcept = default;
child_process::~child_process() = default;

pid_t child_process::pid() const {
  return watch_->pid();
}
bool child_process::running() const {
  return !watch_->status();
}

std::string child_process::wait_for_line(std::string_view text, std::chrono::milliseconds within) {
  return watch_->wait_for_line(&child_watch::output, text, within);
}

std::string child_process::wait_for_error_line(std::string_view text, std::chrono::milliseconds within) {
  return watch_->wait_for_line(&child_watch::errors, text, within);
}

int child_process::wait_exit(std::chrono::milliseconds within) {
  return watch_->wait_exit(within);
}

void child_process::signal(int number) {
  watch_->signal(number);
}

void child_process::pause() {
  signal(SIGSTOP);
  watch_->wait_stopped();
}

void child_process::resume() {
  signal(SIGCONT);
}

void child_process::kill() {
  signal(SIGKILL);
  wait_exit();
}

void child_process::write(std::string_view text) {
  watch_->write(text);
}
void child_process::close_input() {
  watch_->close_input();
}

std::string child_process::output() const {
  return watch_->text(&child_watch::output);
}
std::string child_process::errors() const {
  return watch_->text(&child_watch::errors);
}

}  // namespace clamator::test
