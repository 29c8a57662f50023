#include "pattern/properties.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "pattern/cursor.hpp"

namespace clamator::codegen {
namespace {

using name_pair = std::pair<std::string_view, std::string_view>;

// General categories. C and Cn are not here, as RE2 does not count unassigned characters among them.
constexpr std::array categories{
    name_pair{"L", "Letter"},
    name_pair{"Lu", "Uppercase_Letter"},
    name_pair{"Ll", "Lowercase_Letter"},
    name_pair{"Lt", "Titlecase_Letter"},
    name_pair{"Lm", "Modifier_Letter"},
    name_pair{"Lo", "Other_Letter"},
    name_pair{"M", "Mark"},
    name_pair{"Mn", "Nonspacing_Mark"},
    name_pair{"Mc", "Spacing_Mark"},
    name_pair{"Me", "Enclosing_Mark"},
    name_pair{"N", "Number"},
    name_pair{"Nd", "Decimal_Number"},
    name_pair{"Nl", "Letter_Number"},
    name_pair{"No", "Other_Number"},
    name_pair{"P", "Punctuation"},
    name_pair{"Pc", "Connector_Punctuation"},
    name_pair{"Pd", "Dash_Punctuation"},
    name_pair{"Ps", "Open_Punctuation"},
    name_pair{"Pe", "Close_Punctuation"},
    name_pair{"Pi", "Initial_Punctuation"},
    name_pair{"Pf", "Final_Punctuation"},
    name_pair{"Po", "Other_Punctuation"},
    name_pair{"S", "Symbol"},
    name_pair{"Sm", "Math_Symbol"},
    name_pair{"Sc", "Currency_Symbol"},
    name_pair{"Sk", "Modifier_Symbol"},
    name_pair{"So", "Other_Symbol"},
    name_pair{"Z", "Separator"},
    name_pair{"Zs", "Space_Separator"},
    name_pair{"Zl", "Line_Separator"},
    name_pair{"Zp", "Paragraph_Separator"},
    name_pair{"Cc", "Control"},
    name_pair{"Cf", "Format"},
    name_pair{"Co", "Private_Use"},
};

// Scripts in use today, which every version of RE2 knows.
constexpr std::array scripts{
    name_pair{"Arab", "Arabic"},    name_pair{"Armn", "Armenian"}, name_pair{"Beng", "Bengali"},
    name_pair{"Bopo", "Bopomofo"},  name_pair{"Cher", "Cherokee"}, name_pair{"Zyyy", "Common"},
    name_pair{"Copt", "Coptic"},    name_pair{"Cyrl", "Cyrillic"}, name_pair{"Deva", "Devanagari"},
    name_pair{"Ethi", "Ethiopic"},  name_pair{"Geor", "Georgian"}, name_pair{"Grek", "Greek"},
    name_pair{"Gujr", "Gujarati"},  name_pair{"Guru", "Gurmukhi"}, name_pair{"Hani", "Han"},
    name_pair{"Hang", "Hangul"},    name_pair{"Hebr", "Hebrew"},   name_pair{"Hira", "Hiragana"},
    name_pair{"Knda", "Kannada"},   name_pair{"Kana", "Katakana"}, name_pair{"Khmr", "Khmer"},
    name_pair{"Laoo", "Lao"},       name_pair{"Latn", "Latin"},    name_pair{"Mlym", "Malayalam"},
    name_pair{"Mong", "Mongolian"}, name_pair{"Mymr", "Myanmar"},  name_pair{"Orya", "Oriya"},
    name_pair{"Sinh", "Sinhala"},   name_pair{"Syrc", "Syriac"},   name_pair{"Taml", "Tamil"},
    name_pair{"Telu", "Telugu"},    name_pair{"Thaa", "Thaana"},   name_pair{"Thai", "Thai"},
    name_pair{"Tibt", "Tibetan"},   name_pair{"Yiii", "Yi"},
};

template <std::size_t Size>
const name_pair* find(const std::array<name_pair, Size>& in, std::string_view name) {
  const auto found =
      std::ranges::find_if(in, [&](const auto& each) { return each.first == name || each.second == name; });
  return found == in.end() ? nullptr : &*found;
}

}  // namespace

std::variant<code_points, unicode_property> read_property(const std::string& text, bool negated) {
  const auto polar = [&](const code_points& of) { return negated ? of.complement() : of; };
  if (text == "Any") return polar({{0, last_code_point}});
  if (text == "ASCII") return polar({{0, 0x7F}});
  if (text == "ASCII_Hex_Digit" || text == "AHex") return polar({{'0', '9'}, {'A', 'F'}, {'a', 'f'}});

  const auto equals = text.find('=');
  const auto key = equals == std::string::npos ? "" : text.substr(0, equals);
  const auto value = equals == std::string::npos ? text : text.substr(equals + 1);
  if (key.empty() || key == "gc" || key == "General_Category") {
    if (const auto* category = find(categories, value))
      return unicode_property{std::string(category->first), negated};
  }
  if (key == "sc" || key == "Script") {
    if (const auto* script = find(scripts, value))
      return unicode_property{std::string(script->second), negated};
  }
  throw pattern_problem("\\p{" + text +
                        "} has no counterpart: use a general category such as \\p{L}, a script such as "
                        "\\p{Script=Greek}, or list the characters");
}

}  // namespace clamator::codegen
