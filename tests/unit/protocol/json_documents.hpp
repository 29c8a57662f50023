// Random JSON documents, and what is nearly one: the same seed gives the same texts on every machine.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>

class document_maker {
 public:
  explicit document_maker(std::uint32_t seed) : random_(seed) {}

  // A valid document, with any white space, escapes and number forms.
  std::string document() {
    text_.clear();
    value(0);
    return text_;
  }

  // The document with one to three bytes changed, taken out, put in or moved. It may still be valid.
  std::string mutated(std::string text) {
    for (unsigned changes = 1 + below(3); changes > 0; --changes) {
      if (text.empty()) return text;
      const std::size_t at = below(text.size());
      switch (below(5)) {
        case 0:
          text[at] = any_byte();
          break;
        case 1:
          text.erase(at, 1 + below(3));
          break;
        case 2:
          text.insert(at, 1, any_byte());
          break;
        case 3:
          std::swap(text[at], text[below(text.size())]);
          break;
        default:
          text.insert(at,
                      pick({"\\u", "\\ud800", "1e", "-", "00", ",", "]", "}", "\"", "null", "\xed\xa0\x80"}));
      }
    }
    return text;
  }

  // A number of any form.
  std::string number() {
    std::string text = below(3) == 0 ? "-" : "";
    text += below(4) == 0 ? "0" : std::to_string(1 + (random_() >> below(32)));
    if (below(4) == 0 && text.back() != '0') text += std::to_string(random_());
    if (below(3) == 0) text += "." + std::to_string(random_()) + (below(4) == 0 ? "000" : "");
    if (below(4) == 0) text += pick({"e", "E"}) + pick({"", "+", "-"}) + std::to_string(below(330));
    return text;
  }

 private:
  unsigned below(std::size_t bound) { return static_cast<unsigned>(random_() % bound); }

  std::string pick(std::initializer_list<std::string_view> list) {
    return std::string(list.begin()[below(list.size())]);
  }

  // Never NUL, at which one of the other parsers takes the text to end.
  char any_byte() {
    constexpr std::string_view likely = "{}[]\",:\\ \n\t0123456789.-+eEtrufalsn/bu";
    if (below(3) != 0) return likely[below(likely.size())];
    return static_cast<char>(1 + below(255));
  }

  void space() {
    while (below(8) == 0) text_ += pick({" ", "\n", "\t", "\r"});
  }

  void string() {
    text_ += '"';
    for (unsigned left = below(12); left > 0; --left) {
      switch (below(8)) {
        case 0:
          text_ += pick({"\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t"});
          break;
        case 1:
          text_ += pick({"\\u0000", "\\u00e9", "\\u20AC", "\\uD83D\\uDE00", "\\udbff\\udfff", "\\uffff"});
          break;
        case 2:
          text_ += pick({"\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80", "\xef\xbf\xbf", "\x7f"});
          break;
        default:
          text_ += std::string(below(12), static_cast<char>('a' + below(26)));
      }
    }
    text_ += '"';
  }

  void members(unsigned depth) {
    for (unsigned left = below(5), i = 0; i < left; ++i) {
      if (i != 0) text_ += ',';
      space();
      // A number of its own keeps keys apart.
      string();
      text_.insert(text_.size() - 1, std::to_string(i));
      space();
      text_ += ':';
      value(depth + 1);
    }
  }

  void value(unsigned depth) {
    space();
    switch (depth == 0 ? 5 + below(4) : below(depth > 5 ? 5 : 9)) {
      case 0:
        text_ += pick({"true", "false", "null"});
        break;
      case 1:
      case 2:
        string();
        break;
      case 3:
      case 4:
        text_ += number();
        break;
      case 5:
      case 6:
        text_ += '{';
        members(depth);
        space();
        text_ += '}';
        break;
      default:
        text_ += '[';
        for (unsigned left = below(5), i = 0; i < left; ++i) {
          if (i != 0) text_ += ',';
          value(depth + 1);
        }
        space();
        text_ += ']';
    }
    space();
  }

  std::mt19937 random_;
  std::string text_;
};
