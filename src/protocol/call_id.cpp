#include <array>
#include <cstring>
#include <random>
#include <utility>

#include <boost/uuid/random_generator.hpp>

#include <clamator/protocol/call_id.hpp>

namespace clamator {
namespace {

// Where the hyphens stand in the canonical text, and where each byte's two digits.
constexpr std::array<std::size_t, 4> hyphens{8, 13, 18, 23};
constexpr std::array<std::size_t, 8> high_bytes_at{0, 2, 4, 6, 9, 11, 14, 16};
constexpr std::array<std::size_t, 8> low_bytes_at{19, 21, 24, 26, 28, 30, 32, 34};
using each_byte = std::make_index_sequence<8>;

constexpr std::array<char, 512> make_digit_pairs() noexcept {
  constexpr char hex[] = "0123456789abcdef";
  std::array<char, 512> pairs{};
  for (std::size_t i = 0; i < 256; ++i) {
    pairs[2 * i] = hex[i / 16];
    pairs[2 * i + 1] = hex[i % 16];
  }
  return pairs;
}

constexpr auto digit_pairs = make_digit_pairs();

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

// Written out for each byte, reading and writing an id take half the instructions of loops over the places.

// `wrong` becomes negative where a digit is none.
template <const std::array<std::size_t, 8>& BytesAt, std::size_t... I>
std::uint64_t read_word(std::string_view text, int& wrong, std::index_sequence<I...>) noexcept {
  std::uint64_t word = 0;
  const auto value_at = [text](std::size_t at) {
    return static_cast<int>(digit_values[static_cast<unsigned char>(text[at])]);
  };
  const auto take = [&](std::size_t at) {
    const int first = value_at(at);
    const int second = value_at(at + 1);
    wrong |= first | second;
    word = word << 8 | static_cast<std::uint64_t>((first * 16 + second) & 0xff);
  };
  (take(BytesAt[I]), ...);
  return word;
}

template <const std::array<std::size_t, 8>& BytesAt, std::size_t... I>
void write_word(char* out, std::uint64_t word, std::index_sequence<I...>) noexcept {
  (std::memcpy(out + BytesAt[I], &digit_pairs[2 * (word >> (56 - 8 * I) & 0xff)], 2), ...);
}

// Boost's generator makes ids of four numbers of 32 bits each, with 500 instructions where these are 75.
std::mt19937_64 seeded_by_the_system() {
  boost::uuids::random_generator_mt19937 system;
  std::array<boost::uuids::uuid, 4> drawn{};
  for (boost::uuids::uuid& each : drawn) each = system();
  std::array<std::uint32_t, sizeof drawn / sizeof(std::uint32_t)> words{};
  std::memcpy(words.data(), drawn.data(), sizeof drawn);
  std::seed_seq seed(words.begin(), words.end());
  return std::mt19937_64(seed);
}

}  // namespace

call_id call_id::random() {
  // One generator a thread, seeded by the operating system: asking the system for each id costs a system
  // call.
  thread_local std::mt19937_64 generator = seeded_by_the_system();
  constexpr std::uint64_t version_bits = 0xf000;
  constexpr std::uint64_t version_4 = 0x4000;
  constexpr std::uint64_t variant_bits = std::uint64_t{3} << 62;
  constexpr std::uint64_t variant_1 = std::uint64_t{2} << 62;
  const std::uint64_t high = generator();
  const std::uint64_t low = generator();
  return {(high & ~version_bits) | version_4, (low & ~variant_bits) | variant_1};
}

std::optional<call_id> call_id::parse(std::string_view text) noexcept {
  if (text.size() != text_size) return std::nullopt;
  int wrong = 0;
  const std::uint64_t high = read_word<high_bytes_at>(text, wrong, each_byte());
  const std::uint64_t low = read_word<low_bytes_at>(text, wrong, each_byte());
  bool valid = wrong >= 0;
  for (const std::size_t at : hyphens) valid = valid && text[at] == '-';
  if (!valid) return std::nullopt;
  return call_id{high, low};
}

void call_id::write(char* out) const noexcept {
  write_word<high_bytes_at>(out, high, each_byte());
  write_word<low_bytes_at>(out, low, each_byte());
  for (const std::size_t at : hyphens) out[at] = '-';
}

std::string call_id::text() const {
  std::string text(text_size, '\0');
  write(text.data());
  return text;
}

}  // namespace clamator
