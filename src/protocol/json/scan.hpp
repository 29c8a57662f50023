// Finding what is special in a run of text, many bytes at a time, and stepping over one UTF-8 sequence.
// The reader and the writer agree on what is special: '"', '\', controls, and everything beyond ASCII.
#pragma once

#include <cstdint>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace clamator::json::detail {

inline bool is_special(char c) noexcept {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte >= 0x80 || byte == '"' || byte == '\\';
}

// The first special byte in [at, end), or end. What is before it is copied to `to` where Copies, which has
// room for all up to end and may be written that far.
template <bool Copies>
const char* skip_plain(const char* at, const char* end, char* to) noexcept {
#ifdef __SSE2__
  const __m128i quote = _mm_set1_epi8('"');
  const __m128i backslash = _mm_set1_epi8('\\');
  const __m128i space = _mm_set1_epi8(' ');
  while (end - at >= 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    if constexpr (Copies) _mm_storeu_si128(reinterpret_cast<__m128i*>(to), bytes);
    // As signed bytes, both controls and everything beyond ASCII are less than a space.
    const __m128i outside = _mm_cmplt_epi8(bytes, space);
    const __m128i marks = _mm_or_si128(_mm_cmpeq_epi8(bytes, quote), _mm_cmpeq_epi8(bytes, backslash));
    const auto found = static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(outside, marks)));
    if (found != 0) return at + __builtin_ctz(found);
    if constexpr (Copies) to += 16;
    at += 16;
  }
#else
  constexpr std::uint64_t ones = 0x0101010101010101;
  constexpr std::uint64_t tops = 0x8080808080808080;
  while (end - at >= 8) {
    std::uint64_t bytes;
    std::memcpy(&bytes, at, sizeof bytes);
    const std::uint64_t quote = bytes ^ (ones * '"');
    const std::uint64_t backslash = bytes ^ (ones * '\\');
    const std::uint64_t below = bytes - ones * 0x20;
    if (((bytes | below | (quote - ones) | (backslash - ones)) & tops) != 0) break;
    if constexpr (Copies) {
      std::memcpy(to, &bytes, sizeof bytes);
      to += 8;
    }
    at += 8;
  }
#endif
  while (at != end && !is_special(*at)) {
    if constexpr (Copies) *to++ = *at;
    ++at;
  }
  return at;
}

// The first special byte in [at, end), or end.
inline const char* find_special(const char* at, const char* end) noexcept {
  return skip_plain<false>(at, end, nullptr);
}

// The same, and copies what is before it to `to`, which has room for all up to end and may be written that
// far: one pass over a large text where finding and then copying are two.
inline const char* copy_plain(const char* at, const char* end, char* to) noexcept {
  return skip_plain<true>(at, end, to);
}

// Behind the UTF-8 sequence that begins at `at`, whose first byte is beyond ASCII; nullptr where it is not
// well formed (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF).
inline const char* skip_utf8(const char* at, const char* end) noexcept {
  const auto byte = [&](int i) { return static_cast<unsigned char>(at[i]); };
  const auto tail = [&](int i) { return (byte(i) & 0xC0) == 0x80; };
  const unsigned char lead = byte(0);
  const auto left = end - at;
  if (lead < 0xC2) return nullptr;
  if (lead < 0xE0) return left >= 2 && tail(1) ? at + 2 : nullptr;
  if (lead < 0xF0) {
    if (left < 3 || !tail(1) || !tail(2)) return nullptr;
    const bool overlong = lead == 0xE0 && byte(1) < 0xA0;
    const bool surrogate = lead == 0xED && byte(1) >= 0xA0;
    return overlong || surrogate ? nullptr : at + 3;
  }
  if (lead > 0xF4 || left < 4 || !tail(1) || !tail(2) || !tail(3)) return nullptr;
  const bool overlong = lead == 0xF0 && byte(1) < 0x90;
  const bool too_high = lead == 0xF4 && byte(1) >= 0x90;
  return overlong || too_high ? nullptr : at + 4;
}

}  // namespace clamator::json::detail
