#include "names/case.hpp"

#include <vector>

namespace clamator::codegen {
namespace {

// Locales have no say in this.
bool lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool digit(char c) {
  return c >= '0' && c <= '9';
}
char to_lower(char c) {
  return upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
char to_upper(char c) {
  return lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

// Whether a word begins at `i`: a capital behind something else, or the last capital of several before a
// small letter (HTTPServer).
bool begins_word(std::string_view name, std::size_t i) {
  if (!upper(name[i]) || i == 0) return false;
  return !upper(name[i - 1]) || (i + 1 < name.size() && lower(name[i + 1]));
}

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  bool inside = false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (!lower(c) && !upper(c) && !digit(c)) {
      inside = false;
      continue;
    }
    if (!inside || begins_word(name, i)) words.emplace_back();
    words.back() += c;
    inside = true;
  }
  return words;
}

}  // namespace

std::string snake_case(std::string_view name) {
  std::string text;
  for (const std::string& word : words_of(name)) {
    if (!text.empty()) text += '_';
    for (char c : word) text += to_lower(c);
  }
  if (text.empty()) return "field";
  if (digit(text.front())) text.insert(text.begin(), '_');
  return text;
}

std::string pascal_case(std::string_view name) {
  std::string text;
  for (const std::string& word : words_of(name)) {
    text += to_upper(word.front());
    text.append(word, 1);
  }
  return text;
}

}  // namespace clamator::codegen
