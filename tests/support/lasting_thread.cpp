#include "support/lasting_thread.hpp"

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>
#include <utility>

namespace clamator::test {
namespace {

class lasting_thread {
 public:
  lasting_thread() {
    std::thread{[this] { run(); }}.detach();
  }

  void run(std::packaged_task<void()> task) {
    std::future<void> done = task.get_future();
    {
      const std::lock_guard lock{mutex_};
      tasks_.push_back(std::move(task));
    }
    added_.notify_one();
    done.get();
  }

 private:
  [[noreturn]] void run() {
    for (;;) {
      std::unique_lock lock{mutex_};
      added_.wait(lock, [this] { return !tasks_.empty(); });
      std::packaged_task<void()> task = std::move(tasks_.front());
      tasks_.pop_front();
      lock.unlock();
      task();
    }
  }

  std::mutex mutex_;
  std::condition_variable added_;
  std::deque<std::packaged_task<void()>> tasks_;
};

}  // namespace

void run_on_lasting_thread(std::function<void()> work) {
  static lasting_thread& thread = *new lasting_thread;  // never destroyed: its thread uses it until the end
  thread.run(std::packaged_task<void()>{std::move(work)});
}

}  // namespace clamator::test
