#include <cstdlib>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <clamator/protocol/error.hpp>
#include <clamator/redis/url.hpp>

namespace clamator::redis {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string refusal(std::string_view url) {
  try {
    parse_url(url);
  } catch (const usage_error& e) {
    return e.what();
  }
  ADD_FAILURE() << "accepted: " << url;
  return "";
}

TEST(Url, HostAlone) {
  const address a = parse_url("redis://example.org");
  EXPECT_EQ(a.host, "example.org");
  EXPECT_EQ(a.port, 6379);
  EXPECT_EQ(a.unix_path, "");
  EXPECT_EQ(a.username, "");
  EXPECT_EQ(a.password, "");
  EXPECT_EQ(a.database, 0);
}

TEST(Url, Everything) {
  const address a = parse_url("redis://ann:secret@10.0.0.1:6380/3");
  EXPECT_EQ(a.host, "10.0.0.1");
  EXPECT_EQ(a.port, 6380);
  EXPECT_EQ(a.username, "ann");
  EXPECT_EQ(a.password, "secret");
  EXPECT_EQ(a.database, 3);
}

TEST(Url, PasswordAloneAndUserAlone) {
  EXPECT_EQ(parse_url("redis://:secret@h").username, "");
  EXPECT_EQ(parse_url("redis://:secret@h").password, "secret");
  EXPECT_EQ(parse_url("redis://ann@h").username, "ann");
  EXPECT_EQ(parse_url("redis://ann@h").password, "");
}

TEST(Url, UserAndPasswordAreDecoded) {
  const address a = parse_url("redis://a%3Ab:p%40s%2Fs%3F%23%25+@h");
  EXPECT_EQ(a.username, "a:b");
  EXPECT_EQ(a.password, "p@s/s?#%+");
  EXPECT_EQ(parse_url("redis://ann:a:b@h").password, "a:b");
}

TEST(Url, HostsOfEveryKind) {
  EXPECT_EQ(parse_url("redis://[::1]:7000/1").host, "::1");
  EXPECT_EQ(parse_url("redis://[::1]:7000/1").port, 7000);
  EXPECT_EQ(parse_url("redis://u:p@[fe80::1]").host, "fe80::1");
  EXPECT_EQ(parse_url("redis://my_redis").host, "my_redis");
  EXPECT_EQ(parse_url("REDIS://h").host, "h");
  EXPECT_EQ(parse_url("redis://h:").port, 6379);
  EXPECT_EQ(parse_url("redis://h:65535").port, 65535);
}

TEST(Url, Database) {
  EXPECT_EQ(parse_url("redis://h/").database, 0);
  EXPECT_EQ(parse_url("redis://h/15").database, 15);
  EXPECT_EQ(parse_url("redis://h?db=2").database, 2);
  EXPECT_EQ(parse_url("redis://h/1?db=2").database, 2);
}

TEST(Url, UnixSocket) {
  const address a = parse_url("unix:///run/my%20redis@1.sock?db=4");
  EXPECT_EQ(a.unix_path, "/run/my redis@1.sock");
  EXPECT_EQ(a.database, 4);
  const address login = parse_url("unix://ann:p%40ss@/run/redis.sock");
  EXPECT_EQ(login.unix_path, "/run/redis.sock");
  EXPECT_EQ(login.username, "ann");
  EXPECT_EQ(login.password, "p@ss");
}

TEST(Url, TextIsForMessages) {
  EXPECT_EQ(address().text(), "localhost:6379");
  EXPECT_EQ(parse_url("redis://ann:secret@127.0.0.1:1/3").text(), "127.0.0.1:1");
  EXPECT_EQ(parse_url("redis://[::1]").text(), "[::1]:6379");
  EXPECT_EQ(parse_url("unix://ann:secret@/run/r.sock").text(), "unix:/run/r.sock");
}

TEST(Url, SecureConnections) {
  EXPECT_FALSE(parse_url("redis://h").secure);
  const address a = parse_url("REDISS://ann:secret@h:6380/2");
  EXPECT_TRUE(a.secure);
  EXPECT_EQ(a.port, 6380);
  EXPECT_EQ(a.password, "secret");
  EXPECT_EQ(a.database, 2);
  EXPECT_EQ(a.tls, tls_options());
}

TEST(Url, TlsParametersGoOverWhatTheOptionsSay) {
  tls_options given;
  given.ca_file = "/given-ca.pem";
  given.server_name = "given.example";
  EXPECT_EQ(parse_url("rediss://h", given).tls, given);
  const address a = parse_url(
      "rediss://h/?ssl_ca_certs=/my%20ca.pem&ssl_certfile=/c.pem&ssl_keyfile=/k.pem&ssl_check_hostname=false",
      given);
  EXPECT_EQ(a.tls.ca_file, "/my ca.pem");
  EXPECT_EQ(a.tls.certificate_file, "/c.pem");
  EXPECT_EQ(a.tls.private_key_file, "/k.pem");
  EXPECT_EQ(a.tls.server_name, "given.example");
  EXPECT_EQ(a.tls.verification, tls_verification::chain);
  const auto how = [](std::string_view query) {
    return parse_url("rediss://h?" + std::string(query)).tls.verification;
  };
  EXPECT_EQ(how("ssl_cert_reqs=none"), tls_verification::none);
  EXPECT_EQ(how("ssl_cert_reqs=none&ssl_check_hostname=false"), tls_verification::none);
  EXPECT_EQ(how("ssl_cert_reqs=required&ssl_check_hostname=true"), tls_verification::full);
}

TEST(Url, TlsParametersThatAreWrong) {
  EXPECT_THAT(refusal("rediss://h?ssl_cert_reqs=optional"),
              HasSubstr("ssl_cert_reqs is neither required nor none"));
  EXPECT_THAT(refusal("rediss://h?ssl_check_hostname=1"), HasSubstr("neither true nor false"));
  EXPECT_THAT(refusal("redis://h?ssl_ca_certs=/ca"), HasSubstr("unknown parameter 'ssl_ca_certs'"));
  EXPECT_THAT(refusal("unix:///s?ssl_ca_certs=/ca"), HasSubstr("unknown parameter 'ssl_ca_certs'"));
}

TEST(Url, RefusalsSayWhatIsWrongAndWhatToWrite) {
  EXPECT_THAT(refusal("http://h"), AllOf(HasSubstr("unknown scheme 'http'"), HasSubstr("redis://")));
  EXPECT_THAT(refusal(""), HasSubstr("not a URL; write redis://"));
  EXPECT_THAT(refusal("localhost"), HasSubstr("not a URL; write redis://"));
  EXPECT_THAT(refusal("redis://a b"), HasSubstr("not a valid URL"));
  EXPECT_THAT(refusal("redis://::1"), HasSubstr("an IPv6 address in brackets"));
  EXPECT_THAT(refusal("redis://h/1?db=2&timeout=5"), HasSubstr("unknown parameter 'timeout'"));
}

TEST(Url, RefusesAMissingHost) {
  for (const char* url :
       {"redis:", "redis://", "redis:///0", "redis://:6379", "redis://:secret@", "redis://u@/1"}) {
    EXPECT_THAT(refusal(url), HasSubstr("host is missing")) << url;
  }
}

TEST(Url, RefusesABadPort) {
  for (const char* url : {"redis://h:0", "redis://h:65536", "redis://h:99999999999999999999"}) {
    EXPECT_THAT(refusal(url), HasSubstr("port is not one from 1 to 65535")) << url;
  }
  for (const char* url : {"redis://h:abc", "redis://u:p@h:6379x/0", "redis://h:-1", "redis://[::1]:x"}) {
    EXPECT_THAT(refusal(url), HasSubstr("port is not a number")) << url;
  }
}

TEST(Url, RefusesABadDatabase) {
  for (const char* url : {"redis://h/x", "redis://h/-1", "redis://h/1/2", "redis://h/2147483648",
                          "redis://h?db=", "redis://h?db", "redis://h?db=1x", "unix:///p?db=x"}) {
    EXPECT_THAT(refusal(url), HasSubstr("database is not a number")) << url;
  }
}

TEST(Url, RefusesASocketWithoutPath) {
  for (const char* url : {"unix:", "unix://", "unix:///", "unix:/p", "unix://relative/p", "unix://:1/p"}) {
    EXPECT_THAT(refusal(url), HasSubstr("unix:///path")) << url;
  }
  EXPECT_THAT(refusal("unix:///" + std::string(200, 's')), HasSubstr("201 bytes, and the system takes 107"));
}

TEST(Url, RefusesAPasswordThatWasNotEncoded) {
  for (const char* url : {"redis://u:1/x@h", "redis://u:1?x@h", "redis://u:1#x@h", "redis://u:p@ss@h"}) {
    EXPECT_THAT(refusal(url), AllOf(HasSubstr("password"), HasSubstr("percent-encoded"))) << url;
  }
}

TEST(Url, NoRefusalShowsThePassword) {
  for (const char* login : {":hunter2", "ann:hunter2", "ann:1hunter2", ":1/hunter2", "ann:1/hunter2",
                            "ann:1?hunter2", "ann:1?x&hunter2=", "ann:1#hunter2", "ann:/hunter2",
                            "ann:hunter2@", "ann:@hunter2", "ann:hunter2%", "ann:[hunter2", "ann:hunter2 "}) {
    for (const char* scheme : {"redis://", "rediss://", "unix://", "http://", "", "://"}) {
      for (const char* rest :
           {"@h:0", "@h:x", "@h/x", "@h?db=x", "@h?x=1", "@", "@/p?db=x", "@/p?x=1", "@ "}) {
        const std::string url = std::string(scheme) + login + rest;
        EXPECT_THAT(refusal(url), Not(HasSubstr("hunter2"))) << url;
      }
    }
  }
}

TEST(Url, DefaultUrlComesFromTheEnvironment) {
  ::setenv("REDIS_URL", "redis://elsewhere:1", 1);
  EXPECT_EQ(default_url(), "redis://elsewhere:1");
  ::setenv("REDIS_URL", "", 1);
  EXPECT_EQ(default_url(), "redis://localhost:6379");
  ::unsetenv("REDIS_URL");
  EXPECT_EQ(default_url(), "redis://localhost:6379");
}

}  // namespace
}  // namespace clamator::redis
