// What handwritten_contract.cpp leaves out: enumerators with names of their own, null and absent, computed
// defaults, checks of one's own, unknown keys that are kept, and a codec for a type that is no struct. No
// transport is needed: from_json() and to_json() do what calls do.
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/json/value.hpp>

#include <clamator/protocol/codec.hpp>
#include <clamator/protocol/error.hpp>

namespace store {

enum class Stage { draft, in_review };
constexpr auto describe_enum(clamator::type<Stage>) {
  return clamator::enumerators<Stage>({{Stage::draft, "draft"}, {Stage::in_review, "in-review"}});
}

// A number here, "2024-05" on the wire.
class Month {
 public:
  Month() = default;
  Month(int year, int month) : count_(year * 12 + month - 1) {}
  int year() const { return count_ / 12; }
  int month() const { return count_ % 12 + 1; }

 private:
  int count_ = 0;
};

struct Document {
  std::int64_t id = 0;
  Stage stage = Stage::draft;
  Month due;
  std::optional<std::string> title;      // absent where it is empty
  std::optional<std::string> reviewer;   // null where it is empty
  std::optional<std::int64_t> revision;  // must be there, if only as null
  std::vector<std::string> tags;
  std::map<std::string, boost::json::value> more;  // what a newer peer has added
};
constexpr auto describe_fields(clamator::type<Document>) {
  constexpr auto no_spaces = [](const std::string& text) { return text.find(' ') == text.npos; };
  constexpr auto reviewed = [](const Document& d) { return d.stage != Stage::in_review || d.reviewer; };
  return clamator::fields<Document>(
      clamator::field("id", &Document::id, clamator::safe_integer),
      clamator::field("stage", &Document::stage), clamator::field("due", &Document::due),
      clamator::field("title", &Document::title, clamator::check(no_spaces, "must have no spaces")),
      clamator::field("reviewer", &Document::reviewer, clamator::nullable),
      clamator::field("revision", &Document::revision, clamator::required),
      clamator::field("tags", &Document::tags,
                      clamator::default_value([] { return std::vector<std::string>{"new"}; })),
      clamator::check(reviewed, "needs a reviewer in that stage"), clamator::keep_unknown(&Document::more));
}

}  // namespace store

template <>
struct clamator::codec<store::Month> {
  static void read(clamator::json::reader& in, store::Month& out, clamator::issue_list& issues) {
    const std::size_t before = issues.total();
    std::string text;
    clamator::decode(in, text, issues);
    int year = 0;
    int month = 0;
    if (std::sscanf(text.c_str(), "%4d-%2d", &year, &month) == 2 && month >= 1 && month <= 12) {
      out = store::Month(year, month);
    } else if (issues.total() == before) {
      issues.add("expected a month, as \"2024-05\"", text);
    }
  }
  static void write(clamator::json::writer& out, const store::Month& value, clamator::issue_list& issues) {
    const std::string month = std::to_string(value.month());
    clamator::encode(out, std::to_string(value.year()) + (month.size() == 1 ? "-0" : "-") + month, issues);
  }
};

int main() try {
  const auto document = clamator::from_json<store::Document>(
      R"({"id":7,"stage":"in-review","due":"2024-05","reviewer":"kim","revision":null,"colour":"red"})");
  std::cout << clamator::to_json(document) << '\n';

  try {
    clamator::from_json<store::Document>(
        R"({"id":9007199254740992,"stage":"done","due":"soon","title":"two words"})");
  } catch (const clamator::protocol_error& error) {
    for (const clamator::issue& issue : error.issues().items()) {
      std::cout << issue.path << ": " << issue.message << ", found " << issue.found << '\n';
    }
  }
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
