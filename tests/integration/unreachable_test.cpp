// Starting against a Redis that takes connections and does not answer, and stopping or going meanwhile.
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>

#include "over_redis.hpp"

namespace clamator::test {
namespace {

using ::testing::HasSubstr;

// Longer than a test waits for anything: whatever ends here does not end by it.
constexpr std::chrono::milliseconds endless = 10 * patience;

class unreachable : public over_redis {
 public:
  unreachable() { redis.pause(); }
  ~unreachable() override { redis.resume(); }

 protected:
  redis::client_options calling_patiently() {
    redis::client_options options = calling();
    options.connection.connect_timeout = endless;
    return options;
  }
  redis::server_options serving_patiently() {
    redis::server_options options = serving();
    options.connection.connect_timeout = endless;
    return options;
  }
  std::unique_ptr<redis::server> server_on(const asio::any_io_executor& executor) {
    auto server = std::make_unique<redis::server>(executor, serving_patiently());
    server->register_service(work_service(journal.at_once()));
    return server;
  }
};

TEST_F(unreachable, stop_makes_a_client_give_up_starting) {
  event_loop loop;
  redis::client client(loop.get_executor(), calling_patiently());
  auto start = begin_start(client);
  auto start_again = begin_start(client);
  auto stop = begin_stop(client);
  auto stop_again = begin_stop(client);
  EXPECT_EQ(end_of(std::move(start)).how, "stopped");
  EXPECT_EQ(end_of(std::move(start_again)).how, "stopped");
  EXPECT_EQ(end_of(std::move(stop)).how, "result");
  EXPECT_EQ(end_of(std::move(stop_again)).how, "result");
  const outcome call = end_of(begin_run(client, 1));
  EXPECT_EQ(call.how, "stopped");
  EXPECT_EQ(end_of(begin_start(client)).how, "stopped");
  EXPECT_TRUE(loop.end());
}

TEST_F(unreachable, stop_makes_a_server_give_up_starting) {
  event_loop loop;
  const auto server = server_on(loop.get_executor());
  auto start = begin_start(*server);
  auto stop = begin_stop(*server);
  EXPECT_EQ(end_of(std::move(start)).how, "stopped");
  EXPECT_EQ(end_of(std::move(stop)).how, "result");
  EXPECT_TRUE(loop.end());
}

TEST_F(unreachable, destroying_them_makes_them_give_up_starting) {
  event_loop loop;
  auto client = std::make_unique<redis::client>(loop.get_executor(), calling_patiently());
  auto server = server_on(loop.get_executor());
  auto start = begin_start(*client);
  auto server_start = begin_start(*server);
  client.reset();
  server.reset();
  EXPECT_EQ(end_of(std::move(start)).how, "stopped");
  EXPECT_EQ(end_of(std::move(server_start)).how, "stopped");
  EXPECT_TRUE(loop.end());
}

// It is not theirs to close, so they wait for the try that is under way.
TEST_F(unreachable, with_a_shared_connection_stop_waits_for_its_try) {
  event_loop loop;
  redis::connection shared(loop.get_executor(), {.url = redis.url(), .connect_timeout = 300ms});
  redis::client client(loop.get_executor(), shared, calling());
  auto start = begin_start(client);
  auto stop = begin_stop(client);
  EXPECT_EQ(end_of(std::move(start)).how, "stopped");
  EXPECT_EQ(end_of(std::move(stop)).how, "result");
  shared.close();
  EXPECT_TRUE(loop.end());
}

TEST_F(unreachable, a_start_in_vain_says_why) {
  event_loop loop;
  redis::client_options options = calling();
  options.connection.connect_timeout = 100ms;
  redis::client client(loop.get_executor(), options);
  const outcome end = end_of(begin_start(client));
  EXPECT_EQ(end.how, "connect_failed");
  EXPECT_THAT(end.text, HasSubstr("connect timeout"));
}

// A Unix socket whose queue of connections is full.
class full_unix_socket {
 public:
  full_unix_socket() {
    acceptor_.listen(0);
    queued_.connect(endpoint_);
  }
  std::string url() const { return "unix://" + endpoint_.path(); }

 private:
  using protocol = asio::local::stream_protocol;

  temp_directory directory_;
  protocol::endpoint endpoint_{(directory_.path() / "full.sock").string()};
  asio::io_context context_;
  protocol::acceptor acceptor_{context_, endpoint_};
  protocol::socket queued_{context_};
};

TEST_F(unreachable, a_start_over_a_full_unix_socket_says_so) {
  const full_unix_socket full;
  event_loop loop;
  redis::client_options options = calling();
  options.connection.url = full.url();
  options.connection.connect_timeout = 100ms;
  redis::client client(loop.get_executor(), options);
  const outcome end = end_of(begin_start(client));
  EXPECT_EQ(end.how, "connect_failed");
  EXPECT_THAT(end.text, HasSubstr("connect timeout: its queue is full"));
}

// What they hold, and their sinks are a part of it, is freed with the context.
class context_gone : public over_redis {
 protected:
  // Runs a client and a server whose start() has begun for so many steps, and lets all of it go.
  void go_after(int steps, redis::client_options client_options, redis::server_options server_options) {
    const auto held = std::make_shared<int>();
    client_options.log = server_options.log = [held](log_level, std::string_view) {};
    {
      asio::io_context context;
      redis::server server(context.get_executor(), std::move(server_options));
      server.register_service(work_service(journal.at_once()));
      redis::client client(context.get_executor(), std::move(client_options));
      server.start([](std::exception_ptr) {});
      client.start([](std::exception_ptr) {});
      for (int i = 0; i < steps; ++i) context.run_one_for(20ms);
    }
    EXPECT_EQ(held.use_count(), 1) << "after " << steps << " steps";
  }
};

TEST_F(context_gone, while_connecting_frees_all) {
  for (int steps = 0; steps < 60; ++steps) go_after(steps, calling(), serving());
}

TEST_F(context_gone, while_redis_does_not_answer_frees_all) {
  redis.pause();
  for (int steps = 0; steps < 12; ++steps) go_after(steps, calling(), serving());
  redis.resume();
}

// A port whose queue of connections is full, so that connecting goes on until it is given up.
class full_port {
 public:
  full_port() {
    acceptor_.listen(0);
    for (auto& each : queued_) {
      // Begun, and never completed: the context is not run.
      each.async_connect(acceptor_.local_endpoint(), [](boost::system::error_code) {});
    }
  }
  std::string url() const { return "redis://127.0.0.1:" + std::to_string(acceptor_.local_endpoint().port()); }

 private:
  asio::io_context context_;
  asio::ip::tcp::acceptor acceptor_{context_, {asio::ip::address_v4::loopback(), 0}, false};
  std::vector<asio::ip::tcp::socket> queued_ = queue();
  std::vector<asio::ip::tcp::socket> queue() {
    std::vector<asio::ip::tcp::socket> sockets;
    for (int i = 0; i < 4; ++i) sockets.emplace_back(context_);
    return sockets;
  }
};

TEST_F(context_gone, while_the_network_does_not_answer_frees_all) {
  const full_port nowhere;
  redis::client_options client_options = calling();
  redis::server_options server_options = serving();
  client_options.connection.url = server_options.connection.url = nowhere.url();
  for (int steps = 0; steps < 8; ++steps) go_after(steps, client_options, server_options);
}

// What the connection still has to tell them comes to a context that has gone.
TEST_F(context_gone, with_a_shared_connection_on_another_context) {
  event_loop connection_loop;
  redis::connection shared(connection_loop.get_executor(), {.url = redis.url()});
  for (int steps = 0; steps < 60; ++steps) {
    const auto held = std::make_shared<int>();
    redis::client_options client_options = calling();
    redis::server_options server_options = serving();
    client_options.log = server_options.log = [held](log_level, std::string_view) {};
    {
      asio::io_context context;
      redis::server server(context.get_executor(), shared, std::move(server_options));
      server.register_service(work_service(journal.at_once()));
      redis::client client(context.get_executor(), shared, std::move(client_options));
      server.start([](std::exception_ptr) {});
      client.start([&](std::exception_ptr) {
        for (int i = 0; i < 8; ++i)
          client.call(work_run, job(1), {}, [held](std::exception_ptr, const job_result&) {});
      });
      for (int i = 0; i < steps; ++i) context.run_one_for(5ms);
    }
    eventually("all is freed", [&] { return held.use_count() == 1; });
  }
  shared.close();
}

TEST_F(context_gone, leaves_the_next_one_nothing_to_stumble_over) {
  go_after(200, calling(), serving());
  eventually("no connection is left", [this] { return connections(cli).empty(); });
  running_server server(serving(), work_service(journal.at_once()));
  running_client client(calling());
  EXPECT_EQ(end_of(client.run(1)).how, "result");
}

}  // namespace
}  // namespace clamator::test
