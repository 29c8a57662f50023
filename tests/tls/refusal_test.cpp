// Who is not who it should be, and files that are not there: each is told in start(), with the remedy.
#include <fstream>
#include <future>
#include <thread>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>

#include "over_tls.hpp"

namespace clamator::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class tls_refusal : public over_tls {
 protected:
  void expect_refused(const redis::connection_options& options, const std::string& why) {
    const outcome end = start_with(options);
    EXPECT_EQ(end.how, "connect_failed");
    EXPECT_THAT(end.text, AllOf(HasSubstr(std::to_string(tls_port)), HasSubstr(why)));
  }
  // Options that cannot be used are told before anything is sent.
  std::string usage_problem(const redis::connection_options& options) {
    event_loop loop;
    try {
      const redis::connection made(loop.get_executor(), options);
    } catch (const usage_error& error) {
      return error.what();
    }
    return "none";
  }
};

TEST_F(tls_refusal, of_a_server_whose_authority_is_not_trusted) {
  redis::connection_options options = trusting();
  options.tls.ca_file = theirs.ca_file();
  expect_refused(options, "comes from no authority that is trusted here");
  expect_refused({.url = url()}, "name the PEM file of its authority in option tls.ca_file");
}

TEST_F(tls_refusal, of_a_certificate_that_has_expired) {
  use(ours.sign("expired", {.begins = -7200, .ends = -3600}));
  expect_refused(trusting(), "has expired; renew it on the server");
}

TEST_F(tls_refusal, of_a_certificate_that_is_not_valid_yet) {
  use(ours.sign("early", {.begins = 3600, .ends = 7200}));
  expect_refused(trusting(), "is not valid yet");
}

TEST_F(tls_refusal, of_a_certificate_for_another_name_unless_that_is_asked_for) {
  use(ours.sign("elsewhere", {.name = "elsewhere.example"}));
  redis::connection_options options = trusting();
  expect_refused(options, "its certificate is not for 'localhost'");
  expect_refused(trusting("127.0.0.1"), "its certificate is not for '127.0.0.1'");
  options.tls.server_name = "elsewhere.example";
  EXPECT_EQ(start_with(options).how, "result");
  options.tls.server_name = "";
  options.tls.verification = redis::tls_verification::chain;
  EXPECT_EQ(start_with(options).how, "result");
}

TEST_F(tls_refusal, of_nothing_where_nothing_is_verified) {
  use(theirs.sign("expired", {.name = "elsewhere.example", .begins = -7200, .ends = -3600}));
  redis::connection_options options;
  options.url = url();
  options.tls.verification = redis::tls_verification::none;
  EXPECT_EQ(start_with(options).how, "result");
}

TEST_F(tls_refusal, by_a_server_that_wants_a_client_certificate) {
  want_client_certificates();
  expect_refused(trusting(), "the server wants a client certificate");
}

TEST_F(tls_refusal, by_a_server_that_does_not_trust_the_client_certificate) {
  want_client_certificates();
  redis::connection_options options = trusting();
  const identity client = theirs.sign("client");
  options.tls.certificate_file = client.certificate_file;
  options.tls.private_key_file = client.private_key_file;
  expect_refused(options, "the server refuses the certificate in option tls.certificate_file");
}

TEST_F(tls_refusal, where_no_tls_is_spoken) {
  const std::string port = std::to_string(redis.port());
  redis::connection_options options = trusting();
  options.url = "rediss://localhost:" + port;
  options.connect_timeout = 500ms;
  const outcome end = start_with(options);
  EXPECT_EQ(end.how, "connect_failed");
  EXPECT_THAT(end.text, AllOf(HasSubstr("localhost:" + port), HasSubstr("tls-port")));
}

TEST_F(tls_refusal, where_only_tls_is_spoken) {
  redis::connection_options options;
  options.url = "redis://localhost:" + std::to_string(tls_port);
  expect_refused(options, "write rediss://");
}

TEST_F(tls_refusal, of_files_that_cannot_be_used_names_option_file_and_cause) {
  redis::connection_options options = trusting();
  options.tls.ca_file = "/no/such/ca.pem";
  EXPECT_THAT(usage_problem(options),
              HasSubstr("option tls.ca_file: '/no/such/ca.pem' cannot be used: No such file"));
  options = trusting();
  options.tls.certificate_file = ours.ca_file();
  EXPECT_THAT(usage_problem(options), HasSubstr("are needed together"));
  options.tls.private_key_file = "/no/such.key";
  EXPECT_THAT(usage_problem(options), HasSubstr("option tls.private_key_file: '/no/such.key'"));
  options.tls.private_key_file = ours.sign("another").private_key_file;
  EXPECT_THAT(usage_problem(options), HasSubstr("option tls.private_key_file"));
  options.tls.certificate_file = files.path() / "empty.pem";
  std::ofstream(options.tls.certificate_file).flush();
  EXPECT_THAT(usage_problem(options), HasSubstr("option tls.certificate_file"));
}

TEST_F(tls_refusal, of_a_wrong_key_password_does_not_show_it) {
  redis::connection_options options = trusting();
  const identity client = ours.sign("client", {.key_password = "open sesame"});
  options.tls.certificate_file = client.certificate_file;
  options.tls.private_key_file = client.private_key_file;
  EXPECT_THAT(usage_problem(options), HasSubstr("option tls.private_key_file"));
  options.tls.private_key_password = "open barley";
  EXPECT_THAT(usage_problem(options),
              AllOf(HasSubstr("option tls.private_key_file"), Not(HasSubstr("barley"))));
}

TEST_F(tls_refusal, of_tls_options_for_a_url_without_tls) {
  redis::connection_options options = trusting();
  options.url = redis.url();
  EXPECT_THAT(usage_problem(options), HasSubstr("write rediss://"));
}

TEST_F(tls_refusal, of_a_file_that_goes_away_later_is_told_and_outwaited) {
  const std::string copy = files.path() / "copy.pem";
  std::filesystem::copy_file(ours.ca_file(), copy);
  redis::connection_options options = trusting();
  options.tls.ca_file = copy;
  running_server server({.key_prefix = "app", .connection = trusting()}, work_service(journal.at_once()));
  running_client client({.key_prefix = "app", .connection = options, .log = log.sink()});
  EXPECT_EQ(end_of(client.run(1)).number, 1);
  std::filesystem::remove(copy);
  break_sending();
  log.wait_for("option tls.ca_file: '" + copy + "' cannot be used");
  std::filesystem::copy_file(ours.ca_file(), copy);
  EXPECT_EQ(end_of(client.run(2)).number, 2);
}

// A server of many names must be told which one is meant before it shows a certificate.
TEST_F(tls_refusal, the_name_that_is_wanted_is_sent_ahead) {
  asio::io_context context;
  asio::ip::tcp::acceptor acceptor(context, {asio::ip::address_v4::loopback(), 0});
  const identity server = ours.sign("named", {.name = "redis.example"});
  asio::ssl::context secure(asio::ssl::context::tls_server);
  secure.use_certificate_chain_file(server.certificate_file);
  secure.use_private_key_file(server.private_key_file, asio::ssl::context::pem);
  std::promise<std::string> wanted;
  std::thread listener([&] {
    asio::ssl::stream<asio::ip::tcp::socket> stream(acceptor.accept(), secure);
    boost::system::error_code ended;
    static_cast<void>(stream.handshake(asio::ssl::stream_base::server, ended));
    const char* const name = SSL_get_servername(stream.native_handle(), TLSEXT_NAMETYPE_host_name);
    wanted.set_value(name == nullptr ? "" : name);
  });
  redis::connection_options options = trusting();
  options.url = "rediss://127.0.0.1:" + std::to_string(acceptor.local_endpoint().port());
  options.tls.server_name = "redis.example";
  const outcome end = start_with(options);
  listener.join();
  EXPECT_EQ(wanted.get_future().get(), "redis.example");
  EXPECT_THAT(end.text, HasSubstr("closed by the other side before it answered"));
}

TEST_F(tls_refusal, of_silence_ends_with_the_connect_timeout) {
  asio::io_context context;
  const asio::ip::tcp::acceptor silent(context, {asio::ip::address_v4::loopback(), 0});
  redis::connection_options options = trusting();
  options.url = "rediss://127.0.0.1:" + std::to_string(silent.local_endpoint().port());
  options.connect_timeout = 300ms;
  const outcome end = start_with(options);
  EXPECT_EQ(end.how, "connect_failed");
  EXPECT_THAT(end.text, HasSubstr("no TLS within the connect timeout"));
}

}  // namespace
}  // namespace clamator::test
