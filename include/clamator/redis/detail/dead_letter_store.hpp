// What stands behind clamator::redis::dead_letters.
#pragma once

#include <cstddef>
#include <exception>
#include <memory>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>

#include <clamator/export.hpp>
#include <clamator/rpc/detail/waiting_caller.hpp>

namespace clamator::redis {

class dead_letter;

namespace detail {

namespace asio = boost::asio;
class connection_core;

// What the operations have in common. Any thread.
class dead_letter_store {
 public:
  // `own`: close() closes the connection.
  dead_letter_store(const asio::any_io_executor& executor, std::shared_ptr<connection_core> connection,
                    bool own, const std::string& key_prefix, const std::string& service);

  const asio::any_io_executor& executor() const noexcept { return executor_; }
  const asio::any_io_executor& strand() const noexcept { return strand_; }
  const std::shared_ptr<connection_core>& connection() const noexcept { return connection_; }
  const std::string& letters() const noexcept { return letters_; }    // the stream
  const std::string& commands() const noexcept { return commands_; }  // that of the service's requests
  bool own() const noexcept { return own_; }

 private:
  const asio::any_io_executor executor_;
  const asio::any_io_executor strand_;
  const std::shared_ptr<connection_core> connection_;
  const bool own_;
  const std::string letters_;
  const std::string commands_;
};

// The operations. Each keeps the store alive for as long as it runs.
CLAMATOR_EXPORT asio::awaitable<std::vector<dead_letter>> list_letters(
    std::shared_ptr<dead_letter_store> store, std::string after, std::size_t count);
CLAMATOR_EXPORT asio::awaitable<std::size_t> requeue_letters(std::shared_ptr<dead_letter_store> store,
                                                             std::vector<std::string> ids);
CLAMATOR_EXPORT asio::awaitable<std::size_t> requeue_all_letters(std::shared_ptr<dead_letter_store> store);
CLAMATOR_EXPORT asio::awaitable<std::size_t> erase_letters(std::shared_ptr<dead_letter_store> store,
                                                           std::vector<std::string> ids);
CLAMATOR_EXPORT asio::awaitable<std::size_t> erase_all_letters(std::shared_ptr<dead_letter_store> store);

// Spawns one of them on the store's strand; the caller's cancellation slot is left alone.
template <class Result, class... Args>
class launch_letters {
 public:
  using body = asio::awaitable<Result> (*)(std::shared_ptr<dead_letter_store>, Args...);

  launch_letters(body run, std::shared_ptr<dead_letter_store> store, Args... args)
      : run_(run), store_(std::move(store)), args_(std::move(args)...) {}

  template <class Handler>
  void operator()(Handler&& handler) const {
    clamator::detail::waiting_caller<std::decay_t<Handler>> caller(std::forward<Handler>(handler),
                                                                   store_->executor());
    asio::co_spawn(store_->strand(),
                   std::apply([this](const Args&... args) { return run_(store_, args...); }, args_),
                   [caller = std::move(caller)](std::exception_ptr problem, Result result) mutable {
                     caller.complete(std::move(problem), std::move(result));
                   });
  }

 private:
  body run_;
  std::shared_ptr<dead_letter_store> store_;
  std::tuple<Args...> args_;
};

}  // namespace detail

}  // namespace clamator::redis
