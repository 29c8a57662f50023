#include <cstring>

#include <boost/uuid/random_generator.hpp>

#include <clamator/protocol/call_id.hpp>

namespace clamator {
namespace {

// Where the hyphens stand in the canonical text.
constexpr bool hyphen_at(std::size_t i) noexcept {
  return i == 8 || i == 13 || i == 18 || i == 23;
}

constexpr std::array<signed char, 256> make_digit_values() noexcept {
  std::array<signed char, 256> values{};
  for (auto& value : values) value = -1;
  for (std::size_t i = 0; i < 10; ++i) values['0' + i] = static_cast<signed char>(i);
  for (std::size_t i = 0; i < 6; ++i) {
    values['a' + i] = static_cast<signed char>(10 + i);
    values['A' + i] = static_cast<signed char>(10 + i);
  }
  return values;
}

constexpr auto digit_values = make_digit_values();

}  // namespace

call_id call_id::random() {
  // One generator a thread, seeded by the operating system: asking the system for each id costs a system
  // call.
  thread_local boost::uuids::random_generator_mt19937 generator;
  const boost::uuids::uuid uuid = generator();
  call_id id;
  for (std::size_t i = 0; i < 8; ++i) {
    id.high = id.high << 8 | uuid.data[i];
    id.low = id.low << 8 | uuid.data[8 + i];
  }
  return id;
}

std::optional<call_id> call_id::parse(std::string_view text) noexcept {
  if (text.size() != text_size) return std::nullopt;
  std::uint64_t words[2] = {0, 0};
  std::size_t digits = 0;
  for (std::size_t i = 0; i < text_size; ++i) {
    if (hyphen_at(i)) {
      if (text[i] != '-') return std::nullopt;
      continue;
    }
    const signed char value = digit_values[static_cast<unsigned char>(text[i])];
    if (value < 0) return std::nullopt;
    std::uint64_t& word = words[digits++ / 16];
    word = word << 4 | static_cast<std::uint64_t>(value);
  }
  return call_id{words[0], words[1]};
}

void call_id::write(char* out) const noexcept {
  constexpr char hex[] = "0123456789abcdef";
  std::size_t digit = 0;
  for (std::size_t i = 0; i < text_size; ++i) {
    if (hyphen_at(i)) {
      out[i] = '-';
      continue;
    }
    const std::uint64_t word = digit < 16 ? high : low;
    out[i] = hex[word >> (60 - 4 * (digit % 16)) & 15];
    ++digit;
  }
}

std::string call_id::text() const {
  std::string text(text_size, '\0');
  write(text.data());
  return text;
}

}  // namespace clamator
