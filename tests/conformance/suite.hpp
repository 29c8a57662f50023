// What each test stands on: a transport of its own, clients and servers that are stopped when it is over, and
// short words for what is begun.
#pragma once

#include <chrono>
#include <deque>
#include <future>
#include <memory>
#include <string>

#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ending.hpp"
#include "shop_contract.hpp"
#include "transport.hpp"
#include "workload/event_loop.hpp"
#include "workload/eventually.hpp"
#include "workload/lifecycle.hpp"
#include "workload/work_contract.hpp"
#include "workload/work_journal.hpp"

namespace clamator::test {

using namespace std::chrono_literals;

// A timeout for calls that are to time out: long enough for a request to be on its way under any load.
inline constexpr auto soon = 500ms;

std::future<job_result> run(clamator::client& client, std::int64_t number, call_options options = {});
std::future<job_result> run_other(clamator::client& client, std::int64_t number, call_options options = {});
std::future<void> note(clamator::client& client, std::int64_t number);

std::future<bill> buy(clamator::client& client, const order& what);
std::future<small_bill> buy_small(clamator::client& client, const order& what);
std::future<sample> echo(clamator::client& client, const sample& what);
std::future<void> wish(clamator::client& client, const order& what);

std::future<boost::json::value> call(clamator::client& client, const std::string& service,
                                     const std::string& method, const boost::json::value& params,
                                     call_options options = {});
std::future<void> notify(clamator::client& client, const std::string& service, const std::string& method,
                         const boost::json::value& params);

class conformance : public ::testing::TestWithParam<transport_kind> {
 protected:
  void TearDown() override;

  // A server that is started with one service, or one that is not started and has none.
  clamator::server& serve(service served, service_options how = {}, server_needs needs = {});
  clamator::server& add_server(server_needs needs = {});
  // A client that is started, or not.
  clamator::client& connect(client_needs needs = {});
  clamator::client& add_client(client_needs needs = {});

  const std::unique_ptr<transport> carrier = GetParam().make();
  work_journal journal;
  event_loop server_loop;
  event_loop client_loop;

 private:
  std::deque<clamator::server> servers_;
  std::deque<clamator::client> clients_;
};

std::string name_of(const ::testing::TestParamInfo<transport_kind>& info);
// The name that GoogleTest looks for. NOLINTNEXTLINE(readability-identifier-naming)
void PrintTo(const transport_kind& kind, std::ostream* out);

}  // namespace clamator::test

// Runs a fixture's tests over each transport.
#define FOR_ALL_TRANSPORTS(fixture) \
  INSTANTIATE_TEST_SUITE_P(, fixture, ::testing::ValuesIn(all_transports()), name_of)
