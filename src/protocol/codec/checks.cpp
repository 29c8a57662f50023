#include <clamator/protocol/checks.hpp>
#include <clamator/protocol/codec/scalar.hpp>

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
