// A redis-server with a tls-port, whose certificate is for localhost and 127.0.0.1.
#pragma once

#include <string>

#include "certificates.hpp"
#include "over_redis.hpp"
#include "support/loopback_port.hpp"

namespace clamator::test {

class over_tls : public ::testing::Test {
 protected:
  // Redis begins to use `used` for what connects from now on.
  void use(const identity& used) {
    cli.text(
        {"CONFIG", "SET", "tls-cert-file", used.certificate_file, "tls-key-file", used.private_key_file});
  }
  void want_client_certificates() { cli.text({"CONFIG", "SET", "tls-auth-clients", "yes"}); }

  std::string url(const std::string& host = "localhost") const {
    return "rediss://" + host + ":" + std::to_string(tls_port);
  }
  // What to connect with where all is well.
  redis::connection_options trusting(const std::string& host = "localhost") const {
    redis::connection_options options;
    options.url = url(host);
    options.tls.ca_file = ours.ca_file();
    return options;
  }

  // Breaks the connections that have sent a request last, and no others.
  void break_sending() {
    for (const std::string& line : connections(cli))
      if (client_field(line, "cmd") == "xadd") cli.text({"CLIENT", "KILL", "ID", client_field(line, "id")});
  }

  outcome start_with(const redis::connection_options& options) {
    event_loop loop;
    redis::client client(loop.get_executor(),
                         {.key_prefix = "app", .connection = options, .log = log.sink()});
    return end_of(begin_start(client));
  }

  temp_directory files{"tls"};
  authority ours{files.path(), "ours"};
  authority theirs{files.path(), "theirs"};
  const std::uint16_t tls_port = unused_loopback_port();
  log_lines log;
  work_journal journal;
  redis_server redis{options()};
  redis_cli cli{redis};

 private:
  redis_server_options options() {
    const identity server = ours.sign("server", {.ip_address = "127.0.0.1"});
    return {.arguments = {"--tls-port", std::to_string(tls_port), "--tls-cert-file", server.certificate_file,
                          "--tls-key-file", server.private_key_file, "--tls-ca-cert-file", ours.ca_file(),
                          "--tls-auth-clients", "no"}};
  }
};

}  // namespace clamator::test
