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
#include <boost/asio/post.hpp>

#include <clamator/rpc/detail/posted.hpp>

namespace boost::asio {
template <typename Allocator>
class use_future_t;
}  // namespace boost::asio

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
    std::unique_ptr<posted> done = std::make_unique<completion>(std::move(handler_), std::move(problem),
                                                                std::forward<Results>(results)...);
    if constexpr (std::is_convertible_v<executor_type, asio::any_io_executor>) {
      detail::post(work_.get_executor(), std::move(done));
    } else {
      asio::post(work_.get_executor(), [done = std::move(done)]() mutable {
        posted& self = *done;
        self.run(std::move(done));
      });
    }
    work_.reset();
  }

 private:
  Handler handler_;
  asio::executor_work_guard<executor_type> work_;
};

// The handler of use_future, which only makes a future ready: it is called at once. The executor that it has
// is that of Asio's thread pool, which would have to be started, and whoever waits would wait for it, too;
// and all of the pool would be compiled where a call is.
template <class Handler>
class future_caller {
 public:
  future_caller(Handler handler, const asio::any_io_executor&) : handler_(std::move(handler)) {}

  Handler& handler() noexcept { return handler_; }

  template <class... Results>
  void complete(std::exception_ptr problem, Results&&... results) {
    std::move(handler_)(std::move(problem), std::forward<Results>(results)...);
  }

 private:
  Handler handler_;
};

template <class Token, class Handler>
struct caller_of {
  using type = waiting_caller<Handler>;
};
template <class Allocator, class Handler>
struct caller_of<asio::use_future_t<Allocator>, Handler> {
  using type = future_caller<Handler>;
};
// Of the handler that async_initiate made of a token.
template <class Token, class Handler>
using caller_for = typename caller_of<std::remove_cvref_t<Token>, Handler>::type;

}  // namespace clamator::detail
