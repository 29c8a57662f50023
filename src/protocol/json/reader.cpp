#include <clamator/protocol/json/reader.hpp>

namespace clamator::json {
namespace {

constexpr std::array<token, 256> make_tokens() noexcept {
  std::array<token, 256> tokens{};
  tokens.fill(token::invalid);
  for (char digit = '0'; digit <= '9'; ++digit) tokens[static_cast<unsigned char>(digit)] = token::number;
  tokens['-'] = token::number;
  tokens['"'] = token::string;
  tokens['{'] = token::object;
  tokens['['] = token::array;
  tokens['t'] = token::boolean;
  tokens['f'] = token::boolean;
  tokens['n'] = token::null;
  return tokens;
}

}  // namespace

constinit const std::array<token, 256> detail::tokens = make_tokens();

// Everything else sees only an empty rest, so the paths that succeed need not ask whether anything failed.
void reader::fail_at(const char* at, const char* message) noexcept {
  if (!failed()) error_ = {static_cast<std::size_t>(at - begin_), message};
  at_ = end_;
}

void reader::fail_here(const char* message) noexcept {
  fail(at_ == end_ ? "unexpected end of the text" : message);
}

std::size_t reader::offset() const noexcept {
  return failed() ? error_.offset : static_cast<std::size_t>(at_ - begin_);
}

void reader::give_up(const place& from) noexcept {
  constexpr std::size_t most_times = 256;
  constexpr std::size_t always_allowed = std::size_t{1} << 20;
  if (failed()) return;
  read_in_vain_ += static_cast<std::size_t>(at_ - from.at_);
  const auto size = static_cast<std::size_t>(end_ - begin_);
  if (read_in_vain_ > always_allowed && read_in_vain_ / most_times > size)
    fail("too many alternatives were tried");
}

void reader::skip_spaces_slowly() noexcept {
  while (at_ != end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')) ++at_;
}

bool reader::descend(char bracket, const char* message) noexcept {
  skip_spaces();
  if (at_ == end_ || *at_ != bracket) {
    fail_here(message);
    return false;
  }
  if (room_ == 0) {
    fail("nested too deeply");
    return false;
  }
  --room_;
  ++at_;
  first_ = true;
  return true;
}

bool reader::begin_object() noexcept {
  return descend('{', "expected an object");
}
bool reader::begin_array() noexcept {
  return descend('[', "expected an array");
}

// Up to the quote that begins the next key; false at the object's end or on failure.
bool reader::open_key() noexcept {
  skip_spaces();
  if (at_ != end_ && *at_ == '}') return ascend();
  if (!first_) {
    if (at_ == end_ || *at_ != ',') {
      fail_here("expected ',' or '}'");
      return false;
    }
    ++at_;
    skip_spaces();
  }
  first_ = false;
  if (at_ != end_ && *at_ == '"') return true;
  fail_here("expected a key in quotes");
  return false;
}

bool reader::close_key() noexcept {
  skip_spaces();
  if (at_ != end_ && *at_ == ':') {
    ++at_;
    return true;
  }
  fail_here("expected ':'");
  return false;
}

bool reader::next_key(std::string_view& key) {
  return open_key() && scan_string(&scratch_, key) && close_key();
}

bool reader::next_skipped_key() noexcept {
  std::string_view key;
  return open_key() && scan_string(nullptr, key) && close_key();
}

std::string_view reader::read_string() {
  std::string_view text;
  if (peek() != token::string) {
    fail_here("expected a string");
  } else if (!scan_string(&scratch_, text)) {
    text = {};
  }
  return text;
}

void reader::read_literal(std::string_view literal, const char* message) noexcept {
  if (static_cast<std::size_t>(end_ - at_) < literal.size() ||
      std::memcmp(at_, literal.data(), literal.size()) != 0) {
    return fail_here(message);
  }
  at_ += literal.size();
}

bool reader::read_bool() noexcept {
  skip_spaces();
  const bool value = at_ != end_ && *at_ == 't';
  read_literal(value ? "true" : "false", "expected true or false");
  return value && !failed();
}

void reader::read_null() noexcept {
  skip_spaces();
  read_literal("null", "expected null");
}

void reader::skip_value() noexcept {
  std::string_view plain;
  switch (peek()) {
    case token::object:
      begin_object();
      while (next_skipped_key()) skip_value();
      break;
    case token::array:
      begin_array();
      while (next_element()) skip_value();
      break;
    case token::string:
      scan_string(nullptr, plain);
      break;
    case token::number:
      read_number();
      break;
    case token::boolean:
      read_bool();
      break;
    case token::null:
      read_null();
      break;
    case token::end:
    case token::invalid:
      fail_here("expected a value");
  }
}

std::string_view reader::skip() noexcept {
  skip_spaces();
  const char* start = at_;
  skip_value();
  if (failed()) return {};
  return {start, static_cast<std::size_t>(at_ - start)};
}

bool reader::finish() noexcept {
  skip_spaces();
  if (at_ != end_) fail("text after the value");
  return !failed();
}

}  // namespace clamator::json
