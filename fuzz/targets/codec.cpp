// A struct with every kind of field: what fits is written and read back, what does not is said in valid
// UTF-8, and whatever a program puts into one, what is written is JSON.
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <nlohmann/json.hpp>

#include <clamator/protocol/codec.hpp>
#include <clamator/protocol/reply.hpp>

#include "target.hpp"

namespace clamator::fuzz {

enum class stage { draft, in_review };
constexpr auto describe_enum(type<stage>) {
  return enumerators<stage>({{stage::draft, "draft"}, {stage::in_review, "in-review"}});
}

struct circle {
  double radius = 0;
};
constexpr auto describe_fields(type<circle>) {
  return fields<circle>(field("r", &circle::radius, minimum(0.0)));
}
struct label {
  std::string text;
};
constexpr auto describe_fields(type<label>) {
  return fields<label>(field("text", &label::text, max_length(5)), unknown_keys::ignore);
}
using shape = std::variant<circle, label>;
constexpr auto describe_union(type<shape>) {
  return tagged("kind", alternative<circle>("circle"), alternative<label>("label"));
}

struct everything {
  bool flag = false;
  std::int8_t tiny = 0;
  std::uint8_t byte = 0;
  std::int64_t whole = 0;
  std::uint64_t large = 0;
  float single = 0;
  double real = 0;
  std::string text;
  stage at = stage::draft;
  std::optional<std::string> note;
  std::optional<std::int64_t> revision;
  std::unique_ptr<everything> inner;
  std::vector<everything> list;
  std::vector<bool> flags;
  std::array<std::int32_t, 2> pair{};
  std::map<std::string, std::vector<double>> series;
  std::optional<shape> drawn;
  boost::json::value any;
  std::map<std::string, boost::json::value> more;
};
constexpr auto describe_fields(type<everything>) {
  return fields<everything>(
      field("flag", &everything::flag, default_value(true)),
      field("tiny", &everything::tiny, default_value(std::int8_t{1})),
      field("byte", &everything::byte, default_value(std::uint8_t{1})),
      field("whole", &everything::whole, safe_integer, default_value(std::int64_t{1})),
      field("large", &everything::large, default_value(std::uint64_t{1})),
      field("single", &everything::single, default_value(1.0F)),
      field("real", &everything::real, default_value(1.0)),
      field("text", &everything::text, min_length(0), default_value([] { return std::string("x"); })),
      field("at", &everything::at, default_value(stage::draft)), field("note", &everything::note, nullable),
      field("revision", &everything::revision), field("inner", &everything::inner),
      field("list", &everything::list, default_value([] { return std::vector<everything>(); })),
      field("flags", &everything::flags, default_value([] { return std::vector<bool>(); })),
      field("pair", &everything::pair, default_value([] { return std::array<std::int32_t, 2>{}; })),
      field("series", &everything::series,
            default_value([] { return std::map<std::string, std::vector<double>>(); })),
      field("drawn", &everything::drawn),
      field("any", &everything::any, default_value([] { return boost::json::value(); })),
      keep_unknown(&everything::more));
}

namespace {

void check_issues(const issue_list& issues) {
  buffer text;
  json::writer out(text);
  for (const issue& one : issues.items()) {
    require(out.string(one.path) && out.string(one.message) && out.string(one.found),
            "what is wrong is said in valid UTF-8");
  }
  require(issues.empty() == issues.text().empty(), "issues have a text");
}

void check_written(const everything& value) {
  const std::string text = to_json(value);
  require(!nlohmann::json::parse(text, nullptr, false).is_discarded(), "what is written is JSON");
  require(to_json(from_json<everything>(text)) == text, "what is written is read back");
}

// Strings, keys and values of any bytes.
void check_encoding(std::string_view bytes) {
  everything value;
  value.text = bytes;
  value.more.emplace(std::string(bytes), boost::json::value(1));
  value.series.emplace(std::string(bytes.substr(bytes.size() / 2)), std::vector<double>{1});
  buffer text;
  json::writer out(text);
  issue_list issues;
  encode(out, value, issues);
  const nlohmann::json written = nlohmann::json::parse(text.view(), nullptr, false);
  require(!written.is_discarded(), "what is written is JSON, whatever was to be written");
  check_issues(issues);
  if (issues.empty()) require(written.at("text") == std::string(bytes), "valid text is written as it is");
}

}  // namespace

void codec_target(std::string_view input) {
  const std::vector<char> bytes(input.begin(), input.end());
  const std::string_view text(bytes.data(), bytes.size());
  json::reader in(text, 40);
  everything value;
  issue_list issues;
  decode(in, value, issues);
  check_issues(issues);
  const bool valid = in.finish();
  json::reader skipping(text, 40);
  skipping.skip();
  require(valid == skipping.finish(), "reading into a type is as strict as skipping");
  if (valid && issues.empty()) check_written(value);
  check_encoding(text);
}

}  // namespace clamator::fuzz
