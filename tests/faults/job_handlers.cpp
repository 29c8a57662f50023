#include "faults/job_handlers.hpp"

#include <memory>
#include <string>
#include <utility>

#include "soak/journal.hpp"

namespace clamator::test {

job_handler noted(const std::filesystem::path& journal, job_handler handler) {
  auto book = std::make_shared<soak::journal>(journal);
  return [book = std::move(book), handler = std::move(handler)](
             job what, call_context& context) -> asio::awaitable<job_result> {
    const std::string key = std::to_string(what.number);
    const std::string id = context.is_notification() ? "-" : std::string(context.request_id());
    book->write("begin " + key + " " + std::to_string(context.delivery_count()) + " " + id);
    job_result done = co_await handler(what, context);
    book->write("end " + key);
    co_return done;
  };
}

job_handler quick_below_zero(job_handler handler) {
  return [handler = std::move(handler)](job what, call_context& context) -> asio::awaitable<job_result> {
    if (what.number < 0) co_return job_result(what.number, "quick");
    co_return co_await handler(what, context);
  };
}

}  // namespace clamator::test
