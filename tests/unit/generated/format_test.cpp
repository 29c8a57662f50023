// What each format takes and refuses: texts that are right, and nearly right.

#include <initializer_list>

#include <gtest/gtest.h>

#include <clamator/generated/format.hpp>

namespace {

namespace format = clamator::format;
using texts = std::initializer_list<std::string_view>;

template <class Check>
void expect(const Check& check, texts right, texts wrong) {
  for (const std::string_view text : right) EXPECT_TRUE(check.holds(text)) << check.message() << ": " << text;
  for (const std::string_view text : wrong)
    EXPECT_FALSE(check.holds(text)) << check.message() << ": " << text;
}

TEST(Format, Email) {
  expect(format::email, {"a@b.co", "o'n.e+x@d-e.fg.org", "A-@B.CO"},
         {"", "a@b", ".a@b.co", "a.@b.co", "a'@b.co", "a..b@c.de", "a@-b.co", "a@b.c", "a@b.c1", "a@@b.co",
          "a@b.co "});
}

TEST(Format, Url) {
  expect(format::url,
         {"http://a.b", "https://u:p%40@h:8080/p?q#f", "mailto:a@b", "http:a", "foo://", "foo://[::1]:1",
          "file:///x", " http://a ", "http://0x7f.1", "http://[::1.2.3.4]", "http://a%41", "file://c:/x",
          "http://a:"},
         {"", "a", "http:", "http://", "http://a:99999", "http://a:x", "foo://:80", "foo://a b",
          "http://1.2.3.256", "http://1.2.3.4.5", "http://[1::2::3]", "http://[::1", "http://a%zz",
          "http://a%a0", "http://a b", "1x://a", "file://h:80/", "http://u@/"});
}

TEST(Format, Identifiers) {
  expect(format::uuid, {"123e4567-e89b-12d3-a456-426614174000", "123E4567-E89B-92D3-F456-426614174000"},
         {"123e4567e89b12d3a456426614174000", "g23e4567-e89b-12d3-a456-426614174000"});
  expect(format::nanoid, {"V1StGXR8_Z5jdHi6B-myT"}, {"V1StGXR8_Z5jdHi6B-my", "V1StGXR8_Z5jdHi6B-my."});
  expect(format::cuid, {"cjld2cjxh0000", "C12345678", "cäöüäöüäö"},
         {"c1234567", "b12345678", "c1234-678", "c12345678\n", "c12345678\xe2\x80\xa8"});
  expect(format::cuid2, {"tz4a98xxat96", "0"}, {"", "A", "a-b"});
  expect(format::ulid, {"01ARZ3NDEKTSV4RRFFQ69G5FAV", "01arz3ndektsv4rrffq69g5fav"},
         {"01ARZ3NDEKTSV4RRFFQ69G5FAI", "01ARZ3NDEKTSV4RRFFQ69G5FA"});
}

TEST(Format, Base64) {
  expect(format::base64, {"", "YQ==", "YWI=", "YW+/"}, {"YQ", "YQ=", "Y===", "====", "YW-_", "YQ==YWJj"});
  expect(format::base64url, {"", "YQ==", "YQ", "YWI", "YW-_"}, {"YQ=", "Y", "YW+/"});
}

TEST(Format, DatesAreDaysOfTheCalendar) {
  expect(format::date, {"2024-02-29", "2000-02-29", "2024-04-30"},
         {"2023-02-29", "1900-02-29", "2024-04-31", "2024-00-10", "2024-01-00", "2024-1-1", "2024-01-01Z"});
}

TEST(Format, Times) {
  expect(format::time(), {"12:30", "12:30:45", "12:30:45.1234"},
         {"24:00", "12:60", "12:30:60", "12:30:45.", "1:30"});
  expect(format::time(0), {"12:30:45"}, {"12:30:45.1"});
  expect(format::time(3), {"12:30:45.123"}, {"12:30", "12:30:45", "12:30:45.12", "12:30:45.1234"});
  expect(
      format::datetime(), {"2024-02-29T12:30:45Z"},
      {"2024-02-29T12:30:45", "2024-02-29T12:30:45+02:00", "2023-02-29T12:30:45Z", "2024-02-29 12:30:45Z"});
  expect(format::datetime(true), {"2024-02-29T12:30:45+02:00", "2024-02-29T12:30:45-0200"},
         {"2024-02-29T12:30:45+2"});
  expect(format::datetime(false, true, 1), {"2024-02-29T12:30:45.1", "2024-02-29T12:30:45.1Z"},
         {"2024-02-29T12:30:45", "2024-02-29T12:30:45.1+02:00"});
}

TEST(Format, Duration) {
  expect(format::duration, {"P1Y2M3W4DT5H6M7.8S", "PT1M", "-P1D", "P-1,5W", "PT+1H"},
         {"", "P", "PT", "P1", "P1DT", "P1D1Y", "P1M1Y", "P1H", "PT1D", "P1.5DT1H", "PT1.S", "1D"});
}

TEST(Format, Addresses) {
  using version = format::ip_version;
  expect(format::ip(), {"1.2.3.4", "::1"}, {"", "1.2.3", "1::2::3"});
  expect(format::ip(version::v4), {"255.255.255.255"}, {"256.1.1.1", "01.2.3.4", "::1"});
  expect(format::ip(version::v6), {"::", "1:2:3:4:5:6:7:8", "1::8", "::ffff:1.2.3.4", "fe80::1%eth0"},
         {"1.2.3.4", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4::5:6:7:8", "12345::", "::1%a", ":1"});
  expect(format::cidr(), {"10.0.0.0/8", "::/0"}, {"10.0.0.0", "10.0.0.0/33"});
  expect(format::cidr(version::v4), {"10.0.0.0/32"}, {"10.0.0.0/08", "::/0"});
  expect(format::cidr(version::v6), {"::1/128"}, {"::1/129", "10.0.0.0/8"});
}

TEST(Format, JsonWebToken) {
  constexpr std::string_view token = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.c2ln";
  constexpr std::string_view typed_otherwise = "eyJhbGciOiJIUzI1NiIsInR5cCI6IngifQ.e30.c2ln";
  expect(format::jwt(), {token, "eyJhbGciOiJIUzI1NiJ9.e30."},
         {"", "e30.e30.c2ln", "a.b.c", typed_otherwise, "W10.e30."});
  expect(format::jwt("HS256"), {token}, {});
  expect(format::jwt("RS256"), {}, {token});
}

TEST(Format, Emoji) {
  expect(format::emoji, {"😀", "👨‍👩‍👧", "🇩🇪", "1"}, {"", "a", "😀a", "ï"});
}

TEST(Format, MessagesSayWhatMustBe) {
  EXPECT_EQ(format::email.message(), "must be an email address");
  EXPECT_EQ(format::time(1).message(), "must be a time like 23:59:59 with 1 decimal");
  EXPECT_EQ(format::datetime(true, true, 3).message(),
            "must be a date and time like 2000-12-31T23:59:59 or with an offset like +02:00 with 3 decimals");
  EXPECT_EQ(format::jwt("HS256").message(), "must be a JSON web token of algorithm HS256");
}

}  // namespace
