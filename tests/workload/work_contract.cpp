#include "workload/work_contract.hpp"

namespace clamator::test {

service work_service(job_handler handler) {
  service made("work");
  made.handle(work_run, handler);
  made.handle(work_note, [handler](job what, call_context& context) -> asio::awaitable<void> {
    co_await handler(what, context);
  });
  return made;
}

service other_service(job_handler handler) {
  service made("other");
  made.handle(other_run, std::move(handler));
  return made;
}

}  // namespace clamator::test
