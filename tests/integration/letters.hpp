// Dead letters, as they stand in Redis.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "support/redis_cli.hpp"
#include "workload/eventually.hpp"

namespace clamator::test {

// One as its fields, in their order.
using letter_fields = std::vector<std::pair<std::string, std::string>>;

class letters_in_redis {
 public:
  letters_in_redis(redis_cli& cli, std::string stream) : cli_(cli), stream_(std::move(stream)) {}

  const std::string& stream() const { return stream_; }
  std::int64_t count() const { return cli_.text({"XLEN", stream_}).as_int64(); }
  void wait_for(std::int64_t wanted) const {
    eventually(std::to_string(wanted) + " dead letters", [&] { return count() >= wanted; });
  }
  std::vector<letter_fields> all() const { return asked({"XRANGE", stream_, "-", "+"}); }
  letter_fields last() const {
    const auto found = asked({"XREVRANGE", stream_, "+", "-", "COUNT", "1"});
    return found.empty() ? letter_fields() : found.front();
  }
  // The only one.
  letter_fields only() const { return all().size() == 1 ? all().front() : letter_fields(); }

  // The last of a name; "" where it has none.
  static std::string field(const letter_fields& letter, const std::string& name) {
    std::string value;
    for (const auto& [each, what] : letter) {
      if (each == name) value = what;
    }
    return value;
  }

 private:
  std::vector<letter_fields> asked(const std::vector<std::string>& command) const {
    std::vector<letter_fields> found;
    const auto answer = cli_.text(command);
    for (const auto& entry : answer.as_array()) {
      const auto& words = entry.at(1).as_array();
      letter_fields fields;
      for (std::size_t i = 0; i + 1 < words.size(); i += 2)
        fields.emplace_back(text(words[i]), text(words[i + 1]));
      found.push_back(std::move(fields));
    }
    return found;
  }
  static std::string text(const boost::json::value& value) { return std::string(value.as_string()); }

  redis_cli& cli_;
  std::string stream_;
};

}  // namespace clamator::test
