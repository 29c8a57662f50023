#include <algorithm>
#include <iterator>

#include <clamator/protocol/error.hpp>
#include <clamator/protocol/name.hpp>
#include <clamator/redis/dead_letters.hpp>
#include <clamator/rpc/detail/serial_executor.hpp>

#include "redis/checked_options.hpp"
#include "redis/command.hpp"
#include "redis/connection_core.hpp"
#include "redis/dead_letter_entry.hpp"
#include "redis/dead_letter_scripts.hpp"
#include "redis/keys.hpp"
#include "redis/stream_id.hpp"

namespace clamator::redis {
namespace detail {
namespace {

void check_id(const std::string& id) {
  if (stream_id::parse(id) == stream_id()) {
    throw usage_error("\"" + id + "\" is no id of a dead letter: it must be one that list() has given");
  }
}

void require_accepted(const dead_letter_store& store, const answer& given) {
  if (!given.is_error()) return;
  throw transport_error(transport_errc::refused,
                        "Redis refused what was to be done with " + store.letters() + ": " + given.text);
}

// Any number of ids in one command: Redis takes a million words.
asio::awaitable<std::size_t> count_of(std::shared_ptr<dead_letter_store> store,
                                      std::vector<std::string> command) {
  co_await store->connection()->open();
  const answer given = co_await execute(store->connection(), std::move(command));
  require_accepted(*store, given);
  co_return static_cast<std::size_t>(given.integer);
}

asio::awaitable<std::size_t> requeue(std::shared_ptr<dead_letter_store> store, std::vector<std::string> ids) {
  std::vector<std::string> arguments{store->commands()};
  arguments.insert(arguments.end(), std::make_move_iterator(ids.begin()), std::make_move_iterator(ids.end()));
  co_await store->connection()->open();
  const answer given =
      co_await requeue_letters_script().run(store->connection(), store->letters(), std::move(arguments));
  require_accepted(*store, given);
  co_return static_cast<std::size_t>(given.integer);
}

}  // namespace

dead_letter_store::dead_letter_store(const asio::any_io_executor& executor,
                                     std::shared_ptr<connection_core> connection, bool own,
                                     const std::string& key_prefix, const std::string& service)
    : executor_(executor),
      strand_(clamator::detail::make_serial(executor)),
      connection_(std::move(connection)),
      own_(own),
      letters_(dead_letter_stream(key_prefix, service)),
      commands_(command_stream(key_prefix, service)) {}

asio::awaitable<std::vector<dead_letter>> list_letters(std::shared_ptr<dead_letter_store> store,
                                                       std::string after, std::size_t count) {
  std::vector<dead_letter> letters;
  if (!after.empty()) check_id(after);
  if (count == 0) co_return letters;
  const std::string begin = after.empty() ? "-" : "(" + after;
  // Redis counts with 64 bits and a sign.
  count = std::min(count, std::size_t{1} << 62);
  std::vector<std::string> look{"XRANGE", store->letters(), begin, "+", "COUNT", std::to_string(count)};
  co_await store->connection()->open();
  const answer found = co_await execute(store->connection(), std::move(look));
  require_accepted(*store, found);
  for (const answer& each : found.items) letters.push_back(read_letter(each));
  co_return letters;
}

asio::awaitable<std::size_t> requeue_letters(std::shared_ptr<dead_letter_store> store,
                                             std::vector<std::string> ids) {
  for (const std::string& id : ids) check_id(id);
  if (ids.empty()) co_return 0;
  co_return co_await requeue(std::move(store), std::move(ids));
}

asio::awaitable<std::size_t> requeue_all_letters(std::shared_ptr<dead_letter_store> store) {
  std::vector<std::string> all;
  co_return co_await requeue(std::move(store), std::move(all));
}

asio::awaitable<std::size_t> erase_letters(std::shared_ptr<dead_letter_store> store,
                                           std::vector<std::string> ids) {
  for (const std::string& id : ids) check_id(id);
  if (ids.empty()) co_return 0;
  std::vector<std::string> command{"XDEL", store->letters()};
  command.insert(command.end(), std::make_move_iterator(ids.begin()), std::make_move_iterator(ids.end()));
  co_return co_await count_of(std::move(store), std::move(command));
}

asio::awaitable<std::size_t> erase_all_letters(std::shared_ptr<dead_letter_store> store) {
  std::vector<std::string> command{"XTRIM", store->letters(), "MAXLEN", "0"};
  co_return co_await count_of(std::move(store), std::move(command));
}

}  // namespace detail

namespace {

std::shared_ptr<detail::dead_letter_store> make_store(const asio::any_io_executor& executor,
                                                      std::shared_ptr<detail::connection_core> shared,
                                                      dead_letters_options options,
                                                      std::string_view service) {
  if (options.key_prefix.empty())
    throw usage_error("option key_prefix is required: it begins the names of all keys");
  const std::string name(service);
  if (!valid_service_name(name))
    throw usage_error("\"" + name + "\" is no service name: it must match ^[a-z][a-z0-9-]*$");
  const bool own = shared == nullptr;
  if (own) {
    options.connection = detail::named(std::move(options.connection), "clamator-dead-letters-" + name);
    shared = std::make_shared<detail::connection_core>(clamator::detail::make_serial(executor),
                                                       std::move(options.connection),
                                                       clamator::detail::serialized(std::move(options.log)));
  }
  return std::make_shared<detail::dead_letter_store>(executor, std::move(shared), own, options.key_prefix,
                                                     name);
}

}  // namespace

dead_letters::dead_letters(const asio::any_io_executor& executor, dead_letters_options options,
                           std::string_view service)
    : dead_letters(executor, nullptr, std::move(options), service) {}

dead_letters::dead_letters(const asio::any_io_executor& executor, const connection& shared,
                           dead_letters_options options, std::string_view service)
    : dead_letters(executor, shared.core(), std::move(options), service) {}

dead_letters::dead_letters(const asio::any_io_executor& executor,
                           std::shared_ptr<detail::connection_core> shared, dead_letters_options options,
                           std::string_view service)
    : store_(make_store(executor, std::move(shared), std::move(options), service)) {}

dead_letters::~dead_letters() {
  if (store_) close();
}

void dead_letters::close() {
  if (store_->own()) store_->connection()->close();
}

}  // namespace clamator::redis
