#include "suite.hpp"

#include <algorithm>
#include <ostream>
#include <stdexcept>

#include <boost/asio/use_future.hpp>
#include <boost/system/system_error.hpp>

namespace clamator::test {
namespace {

std::vector<transport_kind>& registered() {
  static std::vector<transport_kind> kinds;
  return kinds;
}

}  // namespace

clamator::client transport::make_lost_client(const asio::any_io_executor&) {
  throw std::logic_error("this transport has nothing that it could fail to reach");
}
clamator::server transport::make_lost_server(const asio::any_io_executor&) {
  throw std::logic_error("this transport has nothing that it could fail to reach");
}

conforming::conforming(transport_kind kind) {
  registered().push_back(std::move(kind));
}

std::vector<transport_kind> all_transports() {
  std::vector<transport_kind> kinds = registered();
  std::sort(kinds.begin(), kinds.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return kinds;
}

std::vector<transport_kind> transports_that_connect() {
  std::vector<transport_kind> kinds = all_transports();
  std::erase_if(kinds, [](const transport_kind& kind) { return !kind.may_not_connect; });
  return kinds;
}

std::vector<transport_kind> transports_that_withdraw() {
  std::vector<transport_kind> kinds = all_transports();
  std::erase_if(kinds, [](const transport_kind& kind) { return !kind.withdraws; });
  return kinds;
}

std::string ending(const std::function<void()>& action) {
  try {
    action();
  } catch (const rpc_error& error) {
    return "rpc_error " + std::to_string(error.code());
  } catch (const protocol_error& error) {
    return std::string(to_string(error.code()));
  } catch (const transport_error& error) {
    return std::string(to_string(error.code()));
  } catch (const usage_error&) {
    return "usage_error";
  } catch (const boost::system::system_error& error) {
    if (error.code() != asio::error::operation_aborted) throw;
    return "operation_aborted";
  }
  return "result";
}

std::future<job_result> run(clamator::client& client, std::int64_t number, call_options options) {
  return client.call(work_run, job(number), options, asio::use_future);
}
std::future<job_result> run_other(clamator::client& client, std::int64_t number, call_options options) {
  return client.call(other_run, job(number), options, asio::use_future);
}
std::future<void> note(clamator::client& client, std::int64_t number) {
  return client.notify(work_note, job(number), {}, asio::use_future);
}

std::future<bill> buy(clamator::client& client, const order& what) {
  return client.call(shop_buy, what, {}, asio::use_future);
}
std::future<small_bill> buy_small(clamator::client& client, const order& what) {
  return client.call(shop_buy_small, what, {}, asio::use_future);
}
std::future<sample> echo(clamator::client& client, const sample& what) {
  return client.call(shop_echo, what, {}, asio::use_future);
}
std::future<void> wish(clamator::client& client, const order& what) {
  return client.notify(shop_wish, what, {}, asio::use_future);
}

std::future<boost::json::value> call(clamator::client& client, const std::string& service,
                                     const std::string& method, const boost::json::value& params,
                                     call_options options) {
  return client.call(service, method, params, options, asio::use_future);
}
std::future<void> notify(clamator::client& client, const std::string& service, const std::string& method,
                         const boost::json::value& params) {
  return client.notify(service, method, params, {}, asio::use_future);
}

// Handlers that still wait are told to end. The loops then wait for all to be gone.
void conformance::TearDown() {
  for (clamator::client& client : clients_) finished(begin_stop(client));
  for (clamator::server& server : servers_) finished(begin_stop(server, 0ms));
  journal.open_gate();
}

clamator::server& conformance::add_server(server_needs needs) {
  return servers_.emplace_back(carrier->make_server(server_loop.get_executor(), needs));
}

clamator::server& conformance::serve(service served, service_options how, server_needs needs) {
  clamator::server& server = add_server(needs);
  server.register_service(std::move(served), how);
  finished(begin_start(server));
  return server;
}

clamator::client& conformance::add_client(client_needs needs) {
  return clients_.emplace_back(carrier->make_client(client_loop.get_executor(), needs));
}

clamator::client& conformance::connect(client_needs needs) {
  clamator::client& client = add_client(needs);
  finished(begin_start(client));
  return client;
}

std::string name_of(const ::testing::TestParamInfo<transport_kind>& info) {
  return info.param.name;
}

void PrintTo(const transport_kind& kind, std::ostream* out) {
  *out << kind.name;
}

}  // namespace clamator::test
