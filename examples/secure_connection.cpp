// Over TLS: `secure_connection localhost:6380 ca.pem` calls a service behind a Redis that listens with TLS
// there, and whose certificate the authority in that file has signed.
#include <iostream>

#include <boost/asio/use_future.hpp>

#include <clamator/redis/client.hpp>
#include <clamator/redis/server.hpp>
#include <clamator/rpc/io_thread.hpp>

#include "arith.hpp"

using namespace arith;

int main(int argc, char** argv) try {
  if (argc != 3) {
    std::cerr << "usage: secure_connection HOST:PORT CA_FILE\n";
    return 2;
  }
  const std::string server = argv[1];
  const std::string authority = argv[2];
  clamator::redis::connection_options secure;
  secure.url = "rediss://" + server;
  secure.tls.ca_file = authority;

  const auto wait = boost::asio::use_future;
  clamator::io_thread io;
  clamator::redis::server serving{io.get_executor(), {.key_prefix = "my-app", .connection = secure}};
  clamator::service service{"arith"};
  service.handle(methods::add, [](AddParams p) { return AddResult{p.a + p.b}; });
  serving.register_service(std::move(service));
  serving.start(wait).get();

  clamator::redis::client client{io.get_executor(), {.key_prefix = "my-app", .connection = secure}};
  client.start(wait).get();
  std::cout << "2 + 3 = " << client.call(methods::add, {2, 3}, {}, wait).get().sum << '\n';

  client.stop(wait).get();
  serving.stop(wait).get();
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
