#include <boost/asio/post.hpp>

#include <clamator/rpc/detail/executor_probe.hpp>

namespace clamator::detail {

std::chrono::milliseconds executor_probe::ask(const asio::any_io_executor& executor) {
  const clock::duration now = clock::now().time_since_epoch();
  clock::rep asked = 0;
  if (!asked_->compare_exchange_strong(asked, now.count()))
    return std::chrono::duration_cast<std::chrono::milliseconds>(now - clock::duration(asked));
  try {
    asio::post(executor, [answered = asked_] { *answered = 0; });
  } catch (...) {
    *asked_ = 0;
    throw;
  }
  return std::chrono::milliseconds(0);
}

void probe_executor(executor_probe& probe, const asio::any_io_executor& executor, health& known) {
  known.executor_silent = probe.ask(executor);
  if (known.executor_silent < executor_probe::slack) return;
  known.add("the executor runs nothing: a handler blocks its threads, or nobody runs it",
            known.executor_silent);
}

}  // namespace clamator::detail
