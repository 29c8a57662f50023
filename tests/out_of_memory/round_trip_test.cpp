// One allocation after the other fails, on either side of a call with a large payload: that call ends, and
// the next one works.
#include <cstdlib>
#include <iostream>

#include <boost/asio/post.hpp>
#include <boost/asio/use_future.hpp>
#include <boost/describe/class.hpp>
#include <gtest/gtest.h>

#include <clamator/memory/client.hpp>
#include <clamator/memory/server.hpp>
#include <clamator/redis/client.hpp>
#include <clamator/redis/server.hpp>

#include "failing_new.hpp"
#include "support/redis_server.hpp"
#include "workload/event_loop.hpp"
#include "workload/eventually.hpp"
#include "workload/lifecycle.hpp"

namespace clamator::test {
namespace {

using namespace std::chrono_literals;

class bulk {
 public:
  bulk() = default;
  bulk(std::size_t bytes, std::size_t count) : text(bytes, 'x'), items(count, std::string(100, 'y')) {}
  bool operator==(const bulk&) const = default;
  std::string text;
  std::vector<std::string> items;
};
BOOST_DESCRIBE_STRUCT(bulk, (), (text, items))

inline constexpr method<bulk, bulk> bulk_echo{"bulk.echo"};
inline constexpr method<bulk, bulk> bulk_slow{"bulk.slow"};
inline constexpr notification<bulk> bulk_note{"bulk.note"};

service bulk_service() {
  service made("bulk");
  made.handle(bulk_echo, [](const bulk& what) { return what; });
  made.handle(bulk_slow, [](bulk what, call_context& context) -> asio::awaitable<bulk> {
    co_await asio::post(context.get_executor(), asio::use_awaitable);
    co_return what;
  });
  made.handle(bulk_note, [](const bulk&) {});
  return made;
}

// Below it are Asio's own operations, which have nothing to fall back on.
constexpr std::size_t smallest = 300;

const bulk small(10, 1);
const bulk large(100'000, 200);

class out_of_memory : public ::testing::Test {
 protected:
  void start(clamator::client& client, clamator::server& server) {
    server.register_service(bulk_service());
    finished(begin_start(server));
    finished(begin_start(client));
  }

  // Begins an operation again and again, each time with another allocation of it failing, until none is left.
  template <class Begin>
  void fail_each_allocation(clamator::client& client, std::size_t bytes, Begin begin) {
    std::size_t ends_well = 0;
    for (std::size_t nth = 1;; ++nth) {
      ASSERT_LT(nth, 1000u);
      std::string end;
      fail_allocation(nth, bytes);
      try {
        auto begun = begin();
        ASSERT_EQ(begun.wait_for(patience), std::future_status::ready) << "allocation " << nth;
        begun.get();
        ++ends_well;
      } catch (const std::exception& error) {
        end = error.what();
      }
      const bool failed = allocations_succeed_again();
      if (std::getenv("CLAMATOR_TEST_TALKS")) std::cout << nth << " " << failed << " " << end << '\n';
      const bulk next = finished(client.call(bulk_echo, small, {.timeout = 20s}, asio::use_future));
      ASSERT_EQ(next, small) << "after allocation " << nth;
      if (!failed) break;
    }
    EXPECT_GT(ends_well, 0u);
  }

  void fail_all_ways(clamator::client& client, std::size_t bytes) {
    const call_options brief{.timeout = 2s};
    fail_each_allocation(client, bytes,
                         [&] { return client.call(bulk_echo, large, brief, asio::use_future); });
    fail_each_allocation(client, bytes,
                         [&] { return client.call(bulk_slow, large, brief, asio::use_future); });
    fail_each_allocation(client, bytes,
                         [&] { return client.notify(bulk_note, large, brief, asio::use_future); });
  }
};

TEST_F(out_of_memory, in_memory_ends_one_call_and_no_other) {
  event_loop loop;
  memory::bus bus;
  memory::server server(loop.get_executor(), bus);
  memory::client client(loop.get_executor(), bus);
  start(client, server);
  fail_all_ways(client, smallest);
  finished(begin_stop(client));
  finished(begin_stop(server));
}

TEST_F(out_of_memory, over_redis_ends_one_call_and_no_other) {
  redis_server redis;
  event_loop loop;
  redis::server_options serving{.key_prefix = "oom"};
  redis::client_options calling{.key_prefix = "oom"};
  serving.connection.url = calling.connection.url = redis.url();
  serving.consumer_claim_idle = 1s;
  redis::server server(loop.get_executor(), serving);
  redis::client client(loop.get_executor(), calling);
  start(client, server);
  fail_all_ways(client, smallest);
  finished(begin_stop(client));
  finished(begin_stop(server));
}

}  // namespace
}  // namespace clamator::test
