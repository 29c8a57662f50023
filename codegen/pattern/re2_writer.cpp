#include <algorithm>
#include <sstream>

#include "pattern/parser.hpp"
#include "pattern/translate.hpp"
#include "pattern/writer.hpp"

namespace clamator::codegen {
namespace {

constexpr std::uint64_t max_repeats = 1000;

class re2_writer final : public pattern_writer {
 private:
  std::string escaped(char32_t point) const override {
    std::ostringstream text;
    text << "\\x{" << std::hex << static_cast<std::uint32_t>(point) << '}';
    return text.str();
  }

  // Of line ends RE2 knows \n alone. At the pattern's edge, where nothing else looks at it, the character
  // that makes the line may be matched instead.
  std::string asserted(assertion of, edges at) override {
    switch (of) {
      case assertion::text_begin:
        return "\\A";
      case assertion::text_end:
        return "\\z";
      case assertion::word_boundary:
        return "\\b";
      case assertion::no_word_boundary:
        return "\\B";
      case assertion::line_begin:
        if (at.first) return "(?:\\A|[\\n\\r\\x{2028}\\x{2029}])";
        break;
      case assertion::line_end:
        if (at.last) return "(?:\\z|[\\n\\r\\x{2028}\\x{2029}])";
        break;
    }
    throw pattern_problem(
        "with flag m, ^ can only begin the pattern and $ only end it: match the line's end with "
        "[\\n\\r] instead");
  }

  std::string property(const unicode_property& of) const override {
    return (of.negated ? "\\P{" : "\\p{") + of.name + '}';
  }
};

// RE2 counts repetitions within one another together.
void check_repeats(const expression& of, std::uint64_t left) {
  if (const auto* items = std::get_if<sequence>(&of.what)) {
    for (const auto& each : items->items) check_repeats(each, left);
  }
  if (const auto* options = std::get_if<alternatives>(&of.what)) {
    for (const auto& each : options->options) check_repeats(each, left);
  }
  const auto* repeated = std::get_if<repetition>(&of.what);
  if (!repeated) return;
  const auto times = std::max(repeated->least, repeated->most.value_or(0));
  if (times > left) {
    throw pattern_problem(
        "RE2 repeats at most 1000 times, counts within one another multiplied: use min() and max(), or "
        "smaller counts");
  }
  check_repeats(repeated->item.front(), times > 0 ? left / times : left);
}

bool can_be_empty(const expression& of) {
  if (std::holds_alternative<character_set>(of.what)) return false;
  if (const auto* items = std::get_if<sequence>(&of.what))
    return std::ranges::all_of(items->items, can_be_empty);
  if (const auto* options = std::get_if<alternatives>(&of.what)) {
    return std::ranges::any_of(options->options, can_be_empty);
  }
  const auto* repeated = std::get_if<repetition>(&of.what);
  return !repeated || repeated->least == 0 || can_be_empty(repeated->item.front());
}

}  // namespace

translated to_re2(const pattern& of) {
  try {
    const auto read = parse_pattern(of);
    check_repeats(read, max_repeats);
    auto text = re2_writer().write(read);
    // RE2 looks between bytes, and finds \B within a character.
    if (can_be_empty(read) && text.find("\\B") != std::string::npos) {
      throw pattern_problem(
          "\\B by itself has no counterpart in RE2: let the pattern match a character beside it");
    }
    return {std::move(text), ""};
  } catch (const pattern_problem& problem) {
    return {"", problem.what()};
  }
}

}  // namespace clamator::codegen
