// A reply that owns its bytes and nodes, for tests that look at one.
#pragma once

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include <clamator/redis/resp/parser.hpp>
#include <clamator/redis/resp/reply.hpp>

namespace clamator::redis::resp {

class parsed_reply {
 public:
  explicit parsed_reply(std::string_view bytes) : bytes_(bytes) {
    EXPECT_EQ(parser_.parse(bytes_), parser::result::complete) << parser_.malformed_reason();
    EXPECT_EQ(parser_.consumed(), bytes_.size());
  }

  reply_view view() const { return {parser_.nodes(), bytes_}; }

 private:
  std::string bytes_;
  parser parser_;
};

// The reply as text that shows each element's type: [1 "a" +OK -ERR null].
inline std::string describe(reply_view reply) {
  switch (reply.type()) {
    case kind::simple_string:
      return "+" + std::string(reply.text());
    case kind::error:
      return "-" + std::string(reply.text());
    case kind::integer:
      return std::to_string(reply.integer());
    case kind::bulk:
      return '"' + std::string(reply.text()) + '"';
    case kind::null:
      return "null";
    case kind::array:
      break;
  }
  std::string text = "[";
  for (reply_view element : reply) text += (text.size() > 1 ? " " : "") + describe(element);
  return text + "]";
}

}  // namespace clamator::redis::resp
