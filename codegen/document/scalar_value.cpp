#include "document/scalar_value.hpp"

#include <array>
#include <charconv>

#include <boost/json/serialize.hpp>

namespace clamator::codegen {

double number_of(const boost::json::value& number) {
  return number.to_number<double>();
}

bool same_scalar(const boost::json::value& one, const boost::json::value& other) {
  if (one.is_number() && other.is_number()) return number_of(one) == number_of(other);
  return one == other;
}

std::string shown(const boost::json::value& value) {
  if (value.is_double()) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value.get_double()).ptr;
    return {digits.data(), end};
  }
  constexpr std::size_t longest = 60;
  auto text = boost::json::serialize(value);
  if (text.size() <= longest) return text;
  std::size_t cut = longest;
  while ((static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
  return text.substr(0, cut) + "...";
}

}  // namespace clamator::codegen
