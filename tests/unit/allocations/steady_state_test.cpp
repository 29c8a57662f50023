// What every call goes through asks for no memory once it has what the largest load so far has needed.
#include <chrono>
#include <deque>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <clamator/redis/resp/parser.hpp>
#include <clamator/rpc/detail/call_table.hpp>
#include <clamator/rpc/detail/timer_wheel.hpp>

#include "allocation_count.hpp"
#include "rpc/call_records.hpp"

namespace clamator::test {
namespace {

using detail::call_record;
using detail::call_table;
using detail::timer_wheel;
using redis::resp::parser;
using std::chrono::milliseconds;

constexpr std::size_t in_flight = 64;
constexpr int rounds = 1000;

TEST(SteadyState, TheCountSeesAnAllocation) {
  const std::size_t before = allocation_count();
  const auto owned = std::make_unique<std::size_t>(1);
  EXPECT_EQ(allocation_count(), before + *owned);
}

std::string bulk(const std::string& text) {
  return "$" + std::to_string(text.size()) + "\r\n" + text + "\r\n";
}

// As XREAD answers with so many entries of one stream.
std::string entries(std::size_t count) {
  std::string reply = "*1\r\n*2\r\n" + bulk("replies") + "*" + std::to_string(count) + "\r\n";
  for (std::size_t i = 0; i < count; ++i)
    reply += "*2\r\n" + bulk("1700000000000-" + std::to_string(i)) + "*2\r\n" + bulk("envelope") +
             bulk(R"({"result":{"sum":5}})");
  return reply;
}

// Reads it in two slices. Returns its elements.
std::size_t read(parser& by, std::string_view reply) {
  by.parse(reply.substr(0, reply.size() / 2));
  if (by.parse(reply) != parser::result::complete) return 0;
  const std::size_t elements = by.nodes().size();
  by.next();
  return elements;
}

TEST(SteadyState, TheParserOfRespAllocatesNothing) {
  const std::string largest = entries(in_flight);
  const std::string smallest = entries(1);
  parser by;
  const std::size_t all = read(by, largest);
  ASSERT_GT(all, in_flight);
  const std::size_t before = allocation_count();
  std::size_t elements = 0;
  for (int i = 0; i < rounds; ++i) elements += read(by, largest) + read(by, smallest);
  EXPECT_EQ(allocation_count(), before);
  EXPECT_GT(elements, all * rounds);
}

// Ids that are spread as random ones are.
call_id next_id() {
  static std::uint64_t last = 0;
  call_id id;
  id.high = 1;
  id.low = ++last * 0x9e3779b97f4a7c15U;
  return id;
}

// Each of `records` as a new call, from its launch to its reply; twice as many as have a place at a time.
void all_called_and_answered(call_table& table, std::vector<std::unique_ptr<call_record>>& records,
                             call_table::time_point now) {
  for (std::unique_ptr<call_record>& each : records) {
    each->call.id = next_id();
    table.make_room();
    table.add(std::move(each), now + milliseconds(30'000));
  }
  for (std::unique_ptr<call_record>& each : records) {
    call_record* const sent = table.next_to_send();
    ASSERT_NE(sent, nullptr);
    call_record* const found = table.find(sent->call.id);
    ASSERT_EQ(found, sent);
    each = table.take(*found);
  }
}

TEST(SteadyState, TheTableOfCallsAllocatesNothing) {
  call_table::time_point now{};
  call_table table(now, in_flight / 2);
  std::vector<std::unique_ptr<call_record>> records;
  for (std::uint64_t i = 1; i <= in_flight; ++i) records.push_back(detail::record(i));
  all_called_and_answered(table, records, now);
  const std::size_t before = allocation_count();
  for (int i = 0; i < rounds; ++i) {
    now += milliseconds(1);
    EXPECT_EQ(table.take_expired(now), nullptr);
    all_called_and_answered(table, records, now);
  }
  EXPECT_EQ(allocation_count(), before);
}

TEST(SteadyState, TheTimerWheelAllocatesNothing) {
  timer_wheel::time_point now{};
  timer_wheel wheel(now);
  std::deque<timer_wheel::node> nodes(in_flight);
  std::size_t expired = 0;
  const std::size_t before = allocation_count();
  for (int i = 0; i < rounds; ++i) {
    for (std::size_t each = 0; each < nodes.size(); ++each) {
      nodes[each].deadline = now + milliseconds(each);
      wheel.insert(nodes[each]);
    }
    now += milliseconds(in_flight / 2);
    while (wheel.pop_expired(now) != nullptr) ++expired;
    for (timer_wheel::node& each : nodes) wheel.remove(each);
  }
  EXPECT_EQ(allocation_count(), before);
  EXPECT_GT(expired, 0u);
}

}  // namespace
}  // namespace clamator::test
