// The completion handler of an operation, and its way to the executor that it is called on.
#pragma once

#include <exception>
#include <memory>
#include <tuple>
#include <type_traits>
#include <utility>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/associated_cancellation_slot.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/executor_work_guard.hpp>

#include <clamator/rpc/detail/posted.hpp>

namespace clamator::detail {

namespace asio = boost::asio;

// Clears the slot on the handler's own executor, where the signal may be emitted, and calls the handler.
template <class Handler, class... Results>
class call_completion final : public posted {
 public:
  call_completion(Handler handler, std::exception_ptr problem, Results... results)
      : handler_(std::move(handler)), problem_(std::move(problem)), results_(std::move(results)...) {}
  void run(std::unique_ptr<posted> self) override {
    auto slot = asio::get_associated_cancellation_slot(handler_);
    if (slot.is_connected()) slot.clear();
    Handler handler = std::move(handler_);
    std::exception_ptr problem = std::move(problem_);
    std::tuple<Results...> results = std::move(results_);
    self.reset();
    std::apply([&](Results&... each) { std::move(handler)(std::move(problem), std::move(each)...); },
               results);
  }

 private:
  Handler handler_;
  std::exception_ptr problem_;
  std::tuple<Results...> results_;
};

template <class Handler>
class waiting_caller {
 public:
  using executor_type = asio::associated_executor_t<Handler, asio::any_io_executor>;

  waiting_caller(Handler handler, const asio::any_io_executor& fallback)
      : handler_(std::move(handler)),
        work_(asio::make_work_guard(asio::get_associated_executor(handler_, fallback))) {}

  Handler& handler() noexcept { return handler_; }

  template <class... Results>
  void complete(std::exception_ptr problem, Results&&... results) {
    using completion = call_completion<Handler, std::decay_t<Results>...>;
    detail::post(work_.get_executor(), std::make_unique<completion>(std::move(handler_), std::move(problem),
                                                                    std::forward<Results>(results)...));
    work_.reset();
  }

 private:
  Handler handler_;
  asio::executor_work_guard<executor_type> work_;
};

}  // namespace clamator::detail
