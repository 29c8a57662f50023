// What a connection says first, and what it makes of the answers.
#include "redis/login.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <clamator/protocol/error.hpp>

#include "parsed_reply.hpp"

namespace clamator::redis::detail {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

// What comes of a login at `url` whose commands are answered with `replies`, one after the other.
std::string end_of(std::string_view url, const std::vector<std::string>& replies) {
  login steps(parse_url(url), "me");
  try {
    for (const std::string& reply : replies) {
      const resp::parsed_reply parsed(reply);
      steps.answered(parsed.view());
    }
  } catch (const transport_error& error) {
    EXPECT_EQ(error.code(), transport_errc::connect_failed);
    return error.what();
  }
  return steps.done() ? "done" : "not done";
}

std::string info(const std::string& version) {
  const std::string text = "# Server\r\nredis_version:" + version + "\r\nredis_mode:standalone\r\n";
  return "$" + std::to_string(text.size()) + "\r\n" + text + "\r\n";
}

TEST(Login, SaysAllAtOnce) {
  const auto commands = [](std::string_view url) {
    return std::string(login(parse_url(url), "me").commands());
  };
  const std::string rest =
      "*1\r\n$4\r\nPING\r\n*3\r\n$6\r\nCLIENT\r\n$7\r\nSETNAME\r\n$2\r\nme\r\n*2\r\n$4\r\nINFO\r\n$"
      "6\r\nserver\r\n";
  EXPECT_EQ(commands("redis://h"), rest);
  EXPECT_EQ(commands("redis://:pw@h"), "*2\r\n$4\r\nAUTH\r\n$2\r\npw\r\n" + rest);
  EXPECT_EQ(commands("redis://ann:pw@h/3"),
            "*3\r\n$4\r\nAUTH\r\n$3\r\nann\r\n$2\r\npw\r\n*2\r\n$6\r\nSELECT\r\n$1\r\n3\r\n" + rest);
}

TEST(Login, TakesWhatIsNewEnough) {
  for (const std::string version : {"6.2.0", "6.2.14", "7.0.15", "10.0", "255.255.255", "unreadable", ""})
    EXPECT_EQ(end_of("redis://h", {"+PONG\r\n", "+OK\r\n", info(version)}), "done") << version;
}

TEST(Login, RefusesWhatIsTooOldAndSaysWhatIsNeeded) {
  for (const std::string version : {"6.0.16", "5.0.6", "4.0.14", "2.8.24", "6.1.240"}) {
    EXPECT_THAT(
        end_of("redis://h", {"+PONG\r\n", "+OK\r\n", info(version)}),
        AllOf(HasSubstr("connect h:6379: this is Redis " + version), HasSubstr("6.2 or later is needed")));
  }
}

TEST(Login, DoesWithoutWhatIsNotNeeded) {
  EXPECT_EQ(end_of("redis://h", {"-NOPERM ping\r\n", "-NOPERM client\r\n", "-NOPERM info\r\n"}), "done");
  EXPECT_EQ(end_of("redis://h", {"+PONG\r\n", "-ERR unknown command\r\n", "$0\r\n\r\n"}), "done");
}

TEST(Login, SaysWhatIsWrongWithUserAndPassword) {
  const std::string wrong = end_of("redis://ann:s3cret@h", {"-WRONGPASS invalid username-password pair\r\n"});
  EXPECT_THAT(wrong,
              AllOf(HasSubstr("WRONGPASS"), HasSubstr("not that of user 'ann'"), Not(HasSubstr("s3cret"))));
  EXPECT_THAT(end_of("redis://:s3cret@h", {"-WRONGPASS invalid\r\n"}),
              AllOf(HasSubstr("the default user"), Not(HasSubstr("s3cret"))));
  EXPECT_THAT(
      end_of("redis://:s3cret@h", {"-ERR AUTH <password> called without any password configured\r\n"}),
      AllOf(HasSubstr("log in as the default user: ERR AUTH"), Not(HasSubstr("s3cret"))));
  EXPECT_THAT(end_of("redis://h", {"-NOAUTH Authentication required.\r\n"}),
              HasSubstr("NOAUTH Authentication required. Write user and password in the URL"));
}

TEST(Login, SaysWhatElseIsRefused) {
  EXPECT_THAT(end_of("redis://h/99", {"-ERR DB index is out of range\r\n"}),
              HasSubstr("connect h:6379: select database 99: ERR DB index is out of range"));
  EXPECT_THAT(end_of("redis://h", {"-LOADING Redis is loading the dataset in memory\r\n"}),
              HasSubstr("LOADING"));
}

TEST(Login, KnowsWhatIsNotRedis) {
  const auto said = [](std::string_view received, std::string_view url) {
    return login::not_redis(received, "the reason", parse_url(url));
  };
  EXPECT_THAT(said("HTTP/1.1 400 Bad Request", "redis://h"),
              AllOf(HasSubstr("a web server"), HasSubstr("the reason")));
  EXPECT_THAT(said(std::string_view("\x15\x03\x03\x00\x02\x02\x46", 7), "redis://h"),
              HasSubstr("write rediss://"));
  EXPECT_THAT(said("SSH-2.0", "redis://h"),
              AllOf(HasSubstr("not Redis (the reason)"), HasSubstr("check host and port")));
  EXPECT_THAT(said("", "redis://h"),
              AllOf(HasSubstr("closed by the other side"), HasSubstr("write rediss://")));
  EXPECT_THAT(said("", "rediss://h"), Not(HasSubstr("rediss://")));
}

}  // namespace
}  // namespace clamator::redis::detail
