#include <clamator/protocol/codec/scalar.hpp>

namespace clamator::detail {
namespace {

constexpr const char* out_of_range = "number out of range";
constexpr const char* not_utf8 = "not valid UTF-8";
constexpr const char* not_finite = "not a finite number";
constexpr const char* expected_integer = "expected an integer";

// Why a number is no integer of the wanted type.
void refuse(const json::number& value, issue_list& issues) {
  issues.add(value.whole() ? out_of_range : expected_integer, found_text(value.text()));
}

}  // namespace

void mismatch(json::reader& in, const char* expected, issue_list& issues) {
  const std::string_view raw = in.skip();
  if (!in.failed()) issues.add(expected, found_text(raw));
}

std::string found_text(std::string_view raw) {
  constexpr std::size_t longest = 40;
  if (raw.starts_with('{')) return "an object";
  if (raw.starts_with('[')) return "an array";
  if (raw.size() <= longest) return std::string(raw);
  std::size_t size = longest - 3;
  while (size > 0 && (static_cast<unsigned char>(raw[size]) & 0xC0) == 0x80) --size;
  return std::string(raw.substr(0, size)) + "...";
}

void read_bool(json::reader& in, bool& out, issue_list& issues) {
  if (in.peek() != json::token::boolean) return mismatch(in, "expected true or false", issues);
  out = in.read_bool();
}

void read_string(json::reader& in, std::string& out, issue_list& issues) {
  if (in.peek() != json::token::string) return mismatch(in, "expected a string", issues);
  out = in.read_string();
}

// A number that could not be read is zero, and nobody looks at it: the reader has failed.
void read_double(json::reader& in, double& out, issue_list& issues) {
  if (in.peek() != json::token::number) return mismatch(in, "expected a number", issues);
  const json::number number = in.read_number();
  const std::optional<double> value = number.as_double();
  if (!value) return issues.add(out_of_range, found_text(number.text()));
  out = *value;
}

void read_float(json::reader& in, float& out, issue_list& issues) {
  if (in.peek() != json::token::number) return mismatch(in, "expected a number", issues);
  const json::number number = in.read_number();
  const std::optional<float> value = number.as_float();
  if (!value) return issues.add(out_of_range, found_text(number.text()));
  out = *value;
}

std::int64_t read_signed(json::reader& in, std::int64_t min, std::int64_t max, issue_list& issues) {
  if (in.peek() != json::token::number) {
    mismatch(in, expected_integer, issues);
    return 0;
  }
  const json::number number = in.read_number();
  const std::optional<std::int64_t> value = number.as_int64();
  if (value && *value >= min && *value <= max) return *value;
  refuse(number, issues);
  return 0;
}

std::uint64_t read_unsigned(json::reader& in, std::uint64_t max, issue_list& issues) {
  if (in.peek() != json::token::number) {
    mismatch(in, expected_integer, issues);
    return 0;
  }
  const json::number number = in.read_number();
  const std::optional<std::uint64_t> value = number.as_uint64();
  if (value && *value <= max) return *value;
  refuse(number, issues);
  return 0;
}

void write_string(json::writer& out, std::string_view value, issue_list& issues) {
  if (!out.string(value)) issues.add(not_utf8);
}

void write_key(json::writer& out, std::string_view name, issue_list& issues) {
  if (!out.key(name)) issues.add("a key is not valid UTF-8");
}

void write_double(json::writer& out, double value, issue_list& issues) {
  if (!out.real(value)) issues.add(not_finite, std::to_string(value));
}

void write_float(json::writer& out, float value, issue_list& issues) {
  if (!out.single_real(value)) issues.add(not_finite, std::to_string(value));
}

}  // namespace clamator::detail
