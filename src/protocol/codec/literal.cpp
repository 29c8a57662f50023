#include <clamator/protocol/codec/literal.hpp>
#include <clamator/protocol/codec/scalar.hpp>
#include <clamator/protocol/codec/values.hpp>

namespace clamator::detail {
namespace {

bool same_number(const json::number& number, const literal& value) {
  switch (value.kind()) {
    case literal::kind_t::signed_integer:
      return number.as_int64() == value.as_signed();
    case literal::kind_t::unsigned_integer:
      return number.as_uint64() == value.as_unsigned();
    case literal::kind_t::real:
      return number.as_double() == value.as_real();
    case literal::kind_t::string:
    case literal::kind_t::boolean:
      break;
  }
  return false;
}

template <class Predicate>
std::size_t find(json::reader& in, std::span<const literal> list, Predicate matches) {
  if (in.failed()) return list.size();
  std::size_t at = 0;
  while (at < list.size() && !matches(list[at])) ++at;
  return at;
}

std::size_t find_next(json::reader& in, std::span<const literal> list) {
  using kind = literal::kind_t;
  if (in.peek() == json::token::string) {
    const std::string_view text = in.read_string();
    return find(in, list,
                [&](const literal& one) { return one.kind() == kind::string && one.as_string() == text; });
  }
  if (in.peek() == json::token::number) {
    const json::number number = in.read_number();
    return find(in, list, [&](const literal& one) { return same_number(number, one); });
  }
  if (in.peek() == json::token::boolean) {
    const bool value = in.read_bool();
    return find(in, list,
                [&](const literal& one) { return one.kind() == kind::boolean && one.as_bool() == value; });
  }
  return list.size();
}

}  // namespace

std::string literal_text(const literal& value) {
  buffer text;
  json::writer out(text);
  issue_list issues;
  write_literal(out, value, issues);
  return std::string(text.view());
}

void write_literal(json::writer& out, const literal& value, issue_list& issues) {
  switch (value.kind()) {
    case literal::kind_t::string:
      return write_string(out, value.as_string(), issues);
    case literal::kind_t::boolean:
      return out.boolean(value.as_bool());
    case literal::kind_t::signed_integer:
      return out.integer(value.as_signed());
    case literal::kind_t::unsigned_integer:
      return out.unsigned_integer(value.as_unsigned());
    case literal::kind_t::real:
      return write_double(out, value.as_real(), issues);
  }
}

std::size_t read_literal(json::reader& in, std::span<const literal> list) {
  const json::reader::place here = in.save();
  const std::size_t found = find_next(in, list);
  if (found == list.size()) in.restore(here);
  return found;
}

void require_literal(json::reader& in, const literal& expected, issue_list& issues) {
  if (read_literal(in, {&expected, 1}) == 0) return;
  mismatch(in, ("expected " + literal_text(expected)).c_str(), issues);
}

std::string expected_one_of(std::span<const literal> list) {
  constexpr std::size_t most = 8;
  std::string text = "expected one of ";
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i != 0) text += ", ";
    if (i == most) return text + "...";
    text += literal_text(list[i]);
  }
  return text;
}

void read_enum_value(json::reader& in, std::int64_t& value, std::span<const literal> literals,
                     std::span<const std::int64_t> enumerators, issue_list& issues) {
  const std::size_t found = read_literal(in, literals);
  if (found == literals.size()) return mismatch(in, expected_one_of(literals).c_str(), issues);
  value = enumerators[found];
}

void write_enum_value(json::writer& out, std::int64_t value, std::span<const literal> literals,
                      std::span<const std::int64_t> enumerators, issue_list& issues) {
  for (std::size_t i = 0; i < enumerators.size(); ++i) {
    if (enumerators[i] == value) return write_literal(out, literals[i], issues);
  }
  out.null();
  issues.add(expected_one_of(literals), std::to_string(value));
}

}  // namespace clamator::detail
