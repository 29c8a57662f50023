#include "document/json_text.hpp"

#include <set>
#include <string>
#include <vector>

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/parse.hpp>

namespace clamator::codegen {
namespace {

namespace json = boost::json;

// A node takes up to five levels of JSON (nullable, object, "fields", field, optional), and a document at
// most a hundred nodes within each other, with a default value within the last.
constexpr std::size_t max_levels = 600;

// Boost.JSON keeps the last of two equal keys without a word, so keys are looked at as they are parsed.
class key_watch {
 public:
  static constexpr std::size_t max_object_size = std::size_t(-1);
  static constexpr std::size_t max_array_size = std::size_t(-1);
  static constexpr std::size_t max_key_size = std::size_t(-1);
  static constexpr std::size_t max_string_size = std::size_t(-1);

  using error = boost::system::error_code;

  bool on_document_begin(error&) { return true; }
  bool on_document_end(error&) { return true; }
  bool on_object_begin(error&) {
    open_.emplace_back();
    return true;
  }
  bool on_object_end(std::size_t, error&) {
    open_.pop_back();
    return true;
  }
  bool on_array_begin(error&) { return true; }
  bool on_array_end(std::size_t, error&) { return true; }
  bool on_key_part(json::string_view part, std::size_t, error&) {
    key_.append(part.data(), part.size());
    return true;
  }
  bool on_key(json::string_view part, std::size_t, error& why) {
    key_.append(part.data(), part.size());
    if (!open_.back().insert(key_).second) {
      twice_ = key_;
      why = make_error_code(json::error::syntax);
      return false;
    }
    key_.clear();
    return true;
  }
  bool on_string_part(json::string_view, std::size_t, error&) { return true; }
  bool on_string(json::string_view, std::size_t, error&) { return true; }
  bool on_number_part(json::string_view, error&) { return true; }
  bool on_int64(std::int64_t, json::string_view, error&) { return true; }
  bool on_uint64(std::uint64_t, json::string_view, error&) { return true; }
  bool on_double(double, json::string_view, error&) { return true; }
  bool on_bool(bool, error&) { return true; }
  bool on_null(error&) { return true; }
  bool on_comment_part(json::string_view, error&) { return true; }
  bool on_comment(json::string_view, error&) { return true; }

  const std::optional<std::string>& twice() const { return twice_; }

 private:
  std::vector<std::set<std::string>> open_;
  std::string key_;
  std::optional<std::string> twice_;
};

void report_at(std::string_view text, std::size_t offset, const std::string& message, report& to) {
  std::size_t line = 1;
  std::size_t column = 1;
  for (const char c : text.substr(0, offset)) {
    const bool within_character = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
    if (c == '\n') {
      ++line;
      column = 1;
    } else if (!within_character) {
      ++column;
    }
  }
  to.error_at(line, column, message);
}

}  // namespace

std::optional<json::value> parse_json(std::string_view text, report& to) {
  json::parse_options options;
  options.max_depth = max_levels;

  json::basic_parser<key_watch> keys(options);
  boost::system::error_code why;
  const std::size_t read = keys.write_some(false, text.data(), text.size(), why);
  if (keys.handler().twice()) {
    report_at(text, read,
              "the key \"" + *keys.handler().twice() +
                  "\" stands twice in one object: take one of the two out, or run "
                  "clamator-contracts again",
              to);
    return std::nullopt;
  }
  if (!why && read < text.size()) why = make_error_code(json::error::extra_data);
  if (why) {
    report_at(text, read, "not JSON (" + why.message() + "): repair it, or run clamator-contracts again", to);
    return std::nullopt;
  }
  return json::parse(json::string_view(text.data(), text.size()), {}, options);
}

}  // namespace clamator::codegen
