// Looking at dead letters, giving them back, throwing them away.
#include <atomic>
#include <limits>
#include <optional>
#include <thread>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>

#include <clamator/redis/dead_letters.hpp>

#include "letters.hpp"
#include "over_redis.hpp"

namespace clamator::test {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::SizeIs;

class dead_letters : public over_redis {
 public:
  ~dead_letters() override { letters.reset(); }

 protected:
  dead_letters() { letters.emplace(loop.get_executor(), looking(), "work"); }

  redis::dead_letters_options looking() {
    redis::dead_letters_options options{.key_prefix = prefix};
    options.connection.url = redis.url(redis_role::operator_of_letters, prefix);
    options.log = log.sink();
    return options;
  }
  std::vector<redis::dead_letter> list(std::string_view after = {}, std::size_t count = 100) {
    return finished(letters->list(after, count, asio::use_future));
  }
  // Letters as servers write them, of notifications with these numbers; their ids.
  std::vector<std::string> add(std::int64_t first, std::size_t count) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string number = std::to_string(first + static_cast<std::int64_t>(i));
      const auto id =
          cli.text({"XADD", in_redis.stream(), "*", "type", "rpc", "envelope",
                    R"({"jsonrpc":"2.0","method":"work.note","params":{"number":)" + number + "}}", "x-from",
                    "me", "x-reason", "for a test", "x-attempts", "3", "x-consumer", "work:one", "x-entry",
                    "5-" + number, "x-time", "1700000000123"});
      ids.emplace_back(id.as_string());
    }
    return ids;
  }
  std::vector<letter_fields> queued() { return letters_in_redis(cli, keys.stream()).all(); }

  event_loop loop;
  const letters_in_redis in_redis{cli, prefix + ":dead:work"};
  std::optional<redis::dead_letters> letters;
};

TEST_F(dead_letters, are_listed_with_all_that_is_known_of_them) {
  const auto id = cli.text(
      {"XADD",     in_redis.stream(),      "*",      "type",       "rpc",      "envelope", "garbage",
       "reply-to", prefix + ":replies:me", "x-from", "billing",    "x-reason", "its own",  "x-reason",
       "not JSON", "x-attempts",           "3",      "x-consumer", "work:one", "x-entry",  "5-1",
       "x-time",   "1700000000123"});
  const auto found = list();
  ASSERT_THAT(found, SizeIs(1));
  const redis::dead_letter& letter = found.front();
  EXPECT_EQ(letter.id, id.as_string());
  EXPECT_EQ(letter.entry, "5-1");
  EXPECT_EQ(letter.reason, "not JSON");
  EXPECT_EQ(letter.attempts, 3u);
  EXPECT_EQ(letter.consumer, "work:one");
  EXPECT_EQ(letter.time.time_since_epoch(), 1700000000123ms);
  EXPECT_EQ(letter.envelope, "garbage");
  EXPECT_EQ(letter.reply_to, prefix + ":replies:me");
  EXPECT_EQ(letter.caller, "billing");
}

TEST_F(dead_letters, are_listed_page_by_page) {
  EXPECT_THAT(list(), IsEmpty());
  const auto ids = add(0, 25);
  std::vector<std::string> seen;
  for (auto page = list({}, 10); !page.empty(); page = list(page.back().id, 10)) {
    EXPECT_LE(page.size(), 10u);
    for (const auto& each : page) seen.push_back(each.id);
  }
  EXPECT_EQ(seen, ids);
  EXPECT_THAT(list({}, 0), IsEmpty());
  EXPECT_THAT(list({}, std::numeric_limits<std::size_t>::max()), SizeIs(25));
}

TEST_F(dead_letters, are_requeued_as_the_requests_that_they_were) {
  const auto id = cli.text({"XADD",
                            in_redis.stream(),
                            "*",
                            "type",
                            "rpc",
                            "envelope",
                            "garbage",
                            "reply-to",
                            prefix + ":replies:me",
                            "x-ttl",
                            "500",
                            "odd",
                            "",
                            "x-from",
                            "billing",
                            "x-reason",
                            "not JSON",
                            "x-attempts",
                            "3",
                            "x-consumer",
                            "work:one",
                            "x-entry",
                            "5-1",
                            "x-time",
                            "1700000000123"});
  EXPECT_EQ(finished(letters->requeue(std::string_view(id.as_string()), asio::use_future)), 1u);
  EXPECT_EQ(in_redis.count(), 0);
  ASSERT_THAT(queued(), SizeIs(1));
  EXPECT_THAT(queued().front(), ElementsAre(Pair("type", "rpc"), Pair("envelope", "garbage"), Pair("odd", ""),
                                            Pair("x-from", "billing")));
}

TEST_F(dead_letters, that_are_requeued_run_and_their_attempts_begin_anew) {
  running_server server(serving(), work_service(journal.at_once()));
  const auto ids = add(0, 3);
  EXPECT_EQ(finished(letters->requeue(ids[1], asio::use_future)), 1u);
  journal.wait_ended(1);
  EXPECT_EQ(journal.lines()[0].number, 1);
  EXPECT_EQ(journal.lines()[0].delivery_count, 1u);
  EXPECT_EQ(journal.lines()[0].caller, "me");
  EXPECT_FALSE(journal.lines()[0].deadline.has_value());
  // One that is gone, and one twice.
  const std::vector<std::string> some{ids[1], ids[0], ids[0]};
  EXPECT_EQ(finished(letters->requeue(some, asio::use_future)), 1u);
  EXPECT_EQ(finished(letters->requeue_all(asio::use_future)), 1u);
  EXPECT_EQ(finished(letters->requeue_all(asio::use_future)), 0u);
  journal.wait_ended(3);
  EXPECT_THAT(journal.order(), ElementsAre(1, 0, 2));
  EXPECT_EQ(in_redis.count(), 0);
}

TEST_F(dead_letters, that_fail_again_are_letters_again) {
  running_server server(serving(), work_service([](job, call_context&) -> asio::awaitable<job_result> {
                          throw std::out_of_range("again");
                        }));
  add(0, 250);
  EXPECT_EQ(finished(letters->requeue_all(asio::use_future)), 250u);
  in_redis.wait_for(250);
  EXPECT_EQ(in_redis.count(), 250);
  EXPECT_EQ(list().front().reason, "the handler threw: again");
  EXPECT_EQ(list().front().attempts, 1u);
}

TEST_F(dead_letters, of_which_nothing_would_be_left_stay) {
  cli.text({"XADD", in_redis.stream(), "*", "reply-to", "somewhere", "x-reason", "no envelope"});
  const auto ids = add(0, 150);
  EXPECT_EQ(finished(letters->requeue_all(asio::use_future)), 150u);
  EXPECT_EQ(in_redis.count(), 1);
  EXPECT_THAT(queued(), SizeIs(150));
}

TEST_F(dead_letters, are_erased_one_several_or_all) {
  const auto ids = add(0, 10);
  EXPECT_EQ(finished(letters->erase(ids[0], asio::use_future)), 1u);
  EXPECT_EQ(finished(letters->erase(ids[0], asio::use_future)), 0u);
  const std::vector<std::string> some{ids[0], ids[1], ids[2]};
  EXPECT_EQ(finished(letters->erase(some, asio::use_future)), 2u);
  EXPECT_EQ(list().front().id, ids[3]);
  EXPECT_EQ(finished(letters->erase_all(asio::use_future)), 7u);
  EXPECT_EQ(finished(letters->erase_all(asio::use_future)), 0u);
  const std::vector<std::string> none;
  EXPECT_EQ(finished(letters->erase(none, asio::use_future)), 0u);
  EXPECT_EQ(finished(letters->requeue(none, asio::use_future)), 0u);
  EXPECT_THAT(list(), IsEmpty());
  EXPECT_EQ(keys.length(), 0);
}

TEST_F(dead_letters, are_reached_through_any_token_and_a_shared_connection) {
  add(0, 3);
  redis::connection_options options;
  options.url = redis.url(redis_role::operator_of_letters, prefix);
  redis::connection shared(loop.get_executor(), options);
  redis::dead_letters over_shared(loop.get_executor(), shared, {.key_prefix = prefix}, "work");
  auto awaited = asio::co_spawn(
      loop.get_executor(),
      [](redis::dead_letters& these) -> asio::awaitable<std::size_t> {
        const std::vector<redis::dead_letter> all = co_await these.list();
        std::size_t erased = co_await these.erase(all.back().id);
        erased += co_await these.erase("1-1");
        co_return erased + co_await these.requeue(all.front().id) * 10;
      }(over_shared),
      asio::use_future);
  EXPECT_EQ(finished(std::move(awaited)), 11u);
  std::promise<std::size_t> called;
  over_shared.list({}, 7,
                   [&called](const std::exception_ptr& problem, const std::vector<redis::dead_letter>& all) {
                     EXPECT_FALSE(problem);
                     called.set_value(all.size());
                   });
  EXPECT_EQ(finished(called.get_future()), 1u);
  over_shared.close();
  EXPECT_EQ(finished(over_shared.erase_all(asio::use_future)), 1u);
  shared.close();
}

TEST_F(dead_letters, may_be_asked_for_from_many_threads) {
  const auto ids = add(0, 400);
  std::atomic<std::size_t> erased = 0;
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (std::size_t i = t; i < ids.size(); i += 2)
        erased += letters->erase(ids[i], asio::use_future).get();
    });
  }
  for (std::thread& each : threads) each.join();
  EXPECT_EQ(erased, 400u);
}

class dead_letter_errors : public dead_letters {
 protected:
  template <class T>
  static outcome end_of_query(std::future<T> begun) {
    try {
      finished(std::move(begun));
      return {"result", 0, {}, {}};
    } catch (const transport_error& error) {
      return {std::string(to_string(error.code())), 0, {}, error.what()};
    } catch (const usage_error& error) {
      return {"usage_error", 0, {}, error.what()};
    }
  }
};

TEST_F(dead_letter_errors, of_ids_that_none_can_be) {
  for (const std::string id : {"", "-", "+", "5", "5-", "0-0", "x"}) {
    const outcome end = end_of_query(letters->erase(id, asio::use_future));
    EXPECT_EQ(end.how, "usage_error") << id;
    EXPECT_THAT(end.text, HasSubstr("is no id of a dead letter"));
    EXPECT_EQ(end_of_query(letters->requeue(id, asio::use_future)).how, "usage_error") << id;
  }
  EXPECT_EQ(end_of_query(letters->list("x", 5, asio::use_future)).how, "usage_error");
}

TEST_F(dead_letter_errors, of_options) {
  EXPECT_THROW(redis::dead_letters(loop.get_executor(), {}, "work"), usage_error);
  EXPECT_THROW(redis::dead_letters(loop.get_executor(), looking(), "Work"), usage_error);
  auto options = looking();
  options.connection.url = "http://localhost";
  EXPECT_THROW(redis::dead_letters(loop.get_executor(), options, "work"), usage_error);
}

TEST_F(dead_letter_errors, of_a_redis_that_refuses) {
  cli.text(
      {"ACL", "SETUSER", "looker", "on", ">pw", "~" + prefix + ":*", "+ping", "+info", "+client", "+xrange"});
  auto options = looking();
  options.connection.url = "redis://looker:pw@127.0.0.1:" + std::to_string(redis.port());
  redis::dead_letters these(loop.get_executor(), options, "work");
  add(0, 1);
  EXPECT_THAT(finished(these.list({}, 5, asio::use_future)), SizeIs(1));
  for (const outcome& end :
       {end_of_query(these.erase_all(asio::use_future)), end_of_query(these.requeue_all(asio::use_future))}) {
    EXPECT_EQ(end.how, "refused");
    EXPECT_THAT(end.text, AllOf(HasSubstr(in_redis.stream()), HasSubstr("NOPERM")));
  }
  EXPECT_EQ(in_redis.count(), 1);
}

// What the manual lists for those who see to dead letters.
TEST_F(dead_letter_errors, do_not_come_with_the_rights_that_the_manual_lists) {
  cli.text({"ACL", "SETUSER", "looker", "on", ">pw", "~" + prefix + ":*", "+ping", "+info", "+client",
            "+xrange", "+xadd", "+xdel", "+xtrim", "+eval", "+evalsha"});
  auto options = looking();
  options.connection.url = "redis://looker:pw@127.0.0.1:" + std::to_string(redis.port());
  redis::dead_letters these(loop.get_executor(), options, "work");
  const auto ids = add(0, 5);
  EXPECT_EQ(finished(these.erase(ids[0], asio::use_future)), 1u);
  EXPECT_EQ(finished(these.requeue(ids[1], asio::use_future)), 1u);
  EXPECT_EQ(finished(these.requeue_all(asio::use_future)), 3u);
  EXPECT_EQ(finished(these.erase_all(asio::use_future)), 0u);
}

TEST_F(dead_letter_errors, of_a_redis_that_is_away_pass_when_it_is_back) {
  redis.kill();
  const outcome end = end_of_query(letters->list({}, 5, asio::use_future));
  EXPECT_EQ(end.how, "connect_failed");
  EXPECT_THAT(end.text, HasSubstr("Connection refused"));
  redis.restart();
  EXPECT_THAT(list(), IsEmpty());
  redis.kill();
  log.wait_for("closed by Redis");
  redis.restart();
  EXPECT_EQ(end_of_query(letters->erase_all(asio::use_future)).how, "result");
}

TEST_F(dead_letter_errors, of_an_answer_that_will_not_come) {
  auto options = looking();
  options.connection.command_timeout = 200ms;
  redis::dead_letters these(loop.get_executor(), options, "work");
  EXPECT_THAT(finished(these.list({}, 5, asio::use_future)), IsEmpty());
  redis.pause();
  EXPECT_EQ(end_of_query(these.erase_all(asio::use_future)).how, "connection_lost");
  redis.resume();
}

TEST_F(dead_letter_errors, of_what_is_closed) {
  EXPECT_THAT(list(), IsEmpty());
  letters->close();
  EXPECT_EQ(end_of_query(letters->list({}, 5, asio::use_future)).how, "stopped");
  redis::dead_letters moved = std::move(*letters);
  EXPECT_EQ(end_of_query(moved.erase_all(asio::use_future)).how, "stopped");
}

// With an operation under way.
TEST_F(dead_letter_errors, of_what_is_destroyed) {
  EXPECT_THAT(list(), IsEmpty());
  redis.pause();
  auto begun = letters->erase_all(asio::use_future);
  letters.reset();
  const std::string how = end_of_query(std::move(begun)).how;
  EXPECT_TRUE(how == "connection_lost" || how == "stopped") << how;
  redis.resume();
}

}  // namespace
}  // namespace clamator::test
