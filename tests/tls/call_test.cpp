// Calls over TLS are calls as any other.
#include "over_tls.hpp"

namespace clamator::test {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

class tls_call : public over_tls {
 protected:
  redis::server_options serving(const redis::connection_options& connection) {
    return {.key_prefix = "app", .connection = connection, .log = log.sink()};
  }
  redis::client_options calling(const redis::connection_options& connection) {
    return {.key_prefix = "app", .connection = connection, .log = log.sink()};
  }

  outcome call_through(const redis::connection_options& connection) {
    running_server server(serving(connection), work_service(journal.at_once()));
    running_client client(calling(connection));
    return end_of(client.run(7));
  }
};

TEST_F(tls_call, by_name) {
  EXPECT_EQ(call_through(trusting()).number, 7);
  EXPECT_THAT(log.all(), IsEmpty());
}

TEST_F(tls_call, by_address) {
  EXPECT_EQ(call_through(trusting("127.0.0.1")).number, 7);
}

TEST_F(tls_call, with_all_that_is_needed_in_the_url) {
  redis::connection_options options;
  options.url = url() + "/?ssl_ca_certs=" + ours.ca_file();
  EXPECT_EQ(call_through(options).number, 7);
}

TEST_F(tls_call, with_a_client_certificate) {
  want_client_certificates();
  redis::connection_options options = trusting();
  const identity client = ours.sign("client");
  options.tls.certificate_file = client.certificate_file;
  options.tls.private_key_file = client.private_key_file;
  EXPECT_EQ(call_through(options).number, 7);
}

TEST_F(tls_call, with_a_client_key_that_is_encrypted) {
  want_client_certificates();
  redis::connection_options options = trusting();
  const identity client = ours.sign("client", {.key_password = "open sesame"});
  options.tls.certificate_file = client.certificate_file;
  options.tls.private_key_file = client.private_key_file;
  options.tls.private_key_password = "open sesame";
  EXPECT_EQ(call_through(options).number, 7);
}

TEST_F(tls_call, with_user_and_password) {
  cli.text({"ACL", "SETUSER", "app", "on", ">pw", "~app:*", "+@all"});
  redis::connection_options options = trusting();
  options.url = "rediss://app:pw@localhost:" + std::to_string(tls_port);
  EXPECT_EQ(call_through(options).number, 7);
}

#ifdef CLAMATOR_SECURE_EXAMPLE
TEST_F(tls_call, of_the_example) {
  child_process example({CLAMATOR_SECURE_EXAMPLE, "localhost:" + std::to_string(tls_port), ours.ca_file()});
  example.wait_exit();
  EXPECT_THAT(example.output(), HasSubstr("2 + 3 = 5"));
}
#endif

// More than a TLS record and a socket's buffer hold, in both directions at once.
TEST_F(tls_call, in_thousands_at_once) {
  running_server server(serving(trusting()), work_service(journal.at_once()));
  running_client client(calling(trusting()));
  auto begun = client.run_many(0, 5000);
  for (std::size_t i = 0; i < begun.size(); ++i)
    ASSERT_EQ(end_of(std::move(begun[i])).number, static_cast<std::int64_t>(i));
}

TEST_F(tls_call, goes_on_after_the_connection_broke_and_the_certificate_was_renewed) {
  running_server server(serving(trusting()), work_service(journal.at_once()));
  running_client client(calling(trusting()));
  EXPECT_EQ(end_of(client.run(1)).number, 1);
  use(ours.sign("renewed"));
  break_sending();
  log.wait_for("connecting again in");
  EXPECT_EQ(end_of(client.run(2)).number, 2);
}

TEST_F(tls_call, waits_while_the_server_cannot_be_trusted_and_then_goes_through) {
  running_server server(serving(trusting()), work_service(journal.at_once()));
  running_client client(calling(trusting()));
  EXPECT_EQ(end_of(client.run(1)).number, 1);
  use(theirs.sign("foreign"));
  break_sending();
  log.wait_for("comes from no authority that is trusted here");
  auto waiting = client.run(2);
  use(ours.sign("renewed"));
  EXPECT_EQ(end_of(std::move(waiting)).number, 2);
}

}  // namespace
}  // namespace clamator::test
