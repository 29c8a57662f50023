#include "simulation/process.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "redis/lease_thread.hpp"

namespace clamator::simulation {
namespace {

process* running = nullptr;
std::vector<process*> all;

}  // namespace

process::process(int id, std::string name) : id_(id), name_(std::move(name)) {
  loops_.emplace_back(context_);
  all.push_back(this);
}

process::~process() {
  std::erase(all, this);
  std::erase_if(loops_, [this](const loop& each) { return each.context == &context_; });
}

void process::poll() {
  running = this;
  // A loop may end another, or begin one, or give it work, while it runs.
  for (std::size_t idle = 0; idle < loops_.size();) {
    for (auto each = loops_.begin(); each != loops_.end() && idle < loops_.size(); ++each) {
      each->context->restart();
      idle = each->context->poll() == 0 ? idle + 1 : 1;
    }
  }
  running = nullptr;
}

time_point process::next_timer() const {
  time_point first = time_point::max();
  for (const loop& each : loops_) first = std::min(first, each.events.next_timer());
  return first;
}

void process::adopt(boost::asio::io_context& context) {
  if (running != nullptr) running->loops_.emplace_back(context);
}

void process::disown(const boost::asio::io_context& context) {
  for (process* each : all)
    std::erase_if(each->loops_, [&](const loop& its) { return its.context == &context; });
}

}  // namespace clamator::simulation

// In place of the library's own: no thread, but a loop of the process in which it is made.
namespace clamator::redis::detail {

lease_thread::lease_thread() {
  simulation::process::adopt(context_);
}

lease_thread::~lease_thread() {
  end();
}

void lease_thread::begin() {}

void lease_thread::end() {
  simulation::process::disown(context_);
  context_.restart();
}

}  // namespace clamator::redis::detail
