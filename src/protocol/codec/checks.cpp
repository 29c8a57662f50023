#include <clamator/protocol/checks.hpp>
#include <clamator/protocol/codec/scalar.hpp>
#include <clamator/protocol/element_checks.hpp>

namespace clamator::detail {

std::string number_text(std::int64_t value) {
  return std::to_string(value);
}
std::string number_text(std::uint64_t value) {
  return std::to_string(value);
}

std::string number_text(double value) {
  buffer text;
  json::writer out(text);
  return out.real(value) ? std::string(text.view()) : std::to_string(value);
}

std::string string_text(std::string_view value) {
  buffer text;
  json::writer out(text);
  return out.string(value) ? found_text(text.view()) : "not valid UTF-8";
}

std::string must_be_one_of(const std::string_view* begin, const std::string_view* end) {
  std::string text = "must be one of ";
  for (const std::string_view* at = begin; at != end; ++at) {
    if (at != begin) text += ", ";
    text += string_text(*at);
  }
  return text;
}

void add_key_issues(const issue_list& found, std::string_view key, issue_list& issues) {
  const std::size_t mark = issues.mark();
  issues.append(found, "key: ");
  issues.prefix(mark, key);
}

std::size_t count_code_points(std::string_view text) noexcept {
  std::size_t count = 0;
  for (char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  return count;
}

bool is_multiple(double value, double divisor) noexcept {
  const double remainder = std::abs(std::remainder(value, divisor));
  return remainder <= std::abs(value) / 1e9;
}

}  // namespace clamator::detail
