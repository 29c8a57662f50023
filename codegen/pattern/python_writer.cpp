#include <iomanip>
#include <sstream>

#include "pattern/parser.hpp"
#include "pattern/translate.hpp"
#include "pattern/writer.hpp"

namespace clamator::codegen {
namespace {

class python_writer final : public pattern_writer {
 public:
  bool has_word_boundary() const { return has_word_boundary_; }

 private:
  std::string escaped(char32_t point) const override {
    const auto digits = point <= 0xFF ? 2 : point <= 0xFFFF ? 4 : 8;
    std::ostringstream text;
    text << (digits == 2   ? "\\x"
             : digits == 4 ? "\\u"
                           : "\\U")
         << std::hex << std::setfill('0') << std::setw(digits) << static_cast<std::uint32_t>(point);
    return text.str();
  }

  std::string asserted(assertion of, edges) override {
    switch (of) {
      case assertion::text_begin:
        return "\\A";
      case assertion::text_end:
        return "\\Z";  // $ would also be before a final line feed
      case assertion::line_begin:
        return "(?<![^\\n\\r\\u2028\\u2029])";
      case assertion::line_end:
        return "(?![^\\n\\r\\u2028\\u2029])";
      case assertion::word_boundary:
        has_word_boundary_ = true;
        return "\\b";
      case assertion::no_word_boundary:
        has_word_boundary_ = true;
        return "(?!\\b)";  // Python's \B is not in an empty text
    }
    return "";
  }

  std::string property(const unicode_property& of) const override {
    throw pattern_problem(
        "\\p{" + of.name +
        "} has no counterpart in Python: list the characters as ranges, as [A-Za-z\\u00c0-\\u024f]");
  }

  bool has_word_boundary_ = false;
};

}  // namespace

translated to_python(const pattern& of) {
  try {
    python_writer writer;
    auto text = writer.write(parse_pattern(of));
    // Sets are spelt out, so that only \b depends on what Python takes for a word.
    return {(writer.has_word_boundary() ? "(?a)" : "") + text, ""};
  } catch (const pattern_problem& problem) {
    return {"", problem.what()};
  }
}

}  // namespace clamator::codegen
