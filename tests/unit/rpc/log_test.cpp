#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

#include <clamator/rpc/log.hpp>

namespace clamator {
namespace {

TEST(LogSink, HasEachLineAtOnceAndKeepsNone) {
  std::string last;
  const log_sink sink = detail::serialized([&last](log_level, std::string_view line) { last = line; });
  sink(log_level::info, "first");
  EXPECT_EQ(last, "first");
  sink(log_level::info, "second");
  EXPECT_EQ(last, "second");
}

TEST(LogSink, ThatThrowsIsNotFelt) {
  const log_sink sink =
      detail::serialized([](log_level, std::string_view) { throw std::runtime_error("a full disk"); });
  EXPECT_NO_THROW(sink(log_level::error, "lost"));
}

}  // namespace
}  // namespace clamator
