// A JSON number as it stood in the text. `5`, `5.0` and `5e0` are the same number (RFC 8259 section 6 has one
// number type), so whoever wants an integer gets it from each of them, exactly and without a detour over
// double.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

#include <clamator/export.hpp>

namespace clamator::json {

// Copied freely; its text is a view of what it was read from.
class CLAMATOR_EXPORT number {
 public:
  // Which C++ type holds it exactly.
  enum class kind_t : unsigned char {
    int64,   // no fraction, no exponent, fits std::int64_t
    uint64,  // no fraction, no exponent, fits std::uint64_t only
    real,    // everything else, also -0, which keeps its sign as a double
  };

  // Zero.
  number() noexcept = default;
  // `text` follows RFC 8259's grammar and outlives the number. The value is `magnitude` times ten to the
  // power of `exponent`, or is only in the text where the exponent is unknown_exponent.
  number(kind_t kind, bool negative, std::uint64_t magnitude, std::int32_t exponent,
         std::string_view text) noexcept
      : text_(text), magnitude_(magnitude), exponent_(exponent), kind_(kind), negative_(negative) {}
  // Says that the exponent does not fit, and the value has to be read from the text.
  static constexpr std::int32_t unknown_exponent = std::numeric_limits<std::int32_t>::max();

  kind_t kind() const noexcept { return kind_; }            // which C++ type holds it
  std::string_view text() const noexcept { return text_; }  // as it stood there

  // The value, if it is whole and in range; never rounded.
  std::optional<std::int64_t> as_int64() const noexcept {
    if (kind_ != kind_t::int64) return whole_int64();
    return static_cast<std::int64_t>(negative_ ? 0 - magnitude_ : magnitude_);
  }
  // The same without a sign.
  std::optional<std::uint64_t> as_uint64() const noexcept;

  // The nearest double; 0 (with the sign) for what is too small, nothing for what is too large.
  std::optional<double> as_double() const noexcept;
  // The nearest float, which is not always the one nearest to the nearest double.
  std::optional<float> as_float() const noexcept;

  // Whether the value has no fraction, however it is written and however large it is.
  bool whole() const noexcept;

 private:
  std::optional<std::int64_t> whole_int64() const noexcept;

  std::string_view text_ = "0";
  std::uint64_t magnitude_ = 0;
  std::int32_t exponent_ = 0;  // 0 unless the kind is real
  kind_t kind_ = kind_t::int64;
  bool negative_ = false;
};

}  // namespace clamator::json
