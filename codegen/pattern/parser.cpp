#include "pattern/parser.hpp"

#include <algorithm>
#include <set>

#include "pattern/letter_case.hpp"

namespace clamator::codegen {
namespace {

constexpr std::size_t max_depth = 200;
constexpr std::uint64_t countless = 1'000'000'000;  // more than any engine repeats

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

struct bounds {
  std::uint64_t least = 0;
  std::optional<std::uint64_t> most;
};

class parser {
 public:
  parser(const pattern& of, const pattern_flags& flags)
      : from_(of.source), flags_(flags), escapes_{from_, flags_} {
    count_groups();
  }

  expression parse() {
    auto read = read_alternatives();
    if (!from_.at_end()) from_.refuse_syntax(") without (");
    return read;
  }

 private:
  // What \1 and \k mean depends on groups that may come later.
  void count_groups() {
    bool in_class = false;
    while (!from_.at_end()) {
      const auto c = from_.next();
      if (c == '\\' && !from_.at_end()) from_.next();
      if (c == '[') in_class = true;
      if (c == ']') in_class = false;
      if (c != '(' || in_class) continue;
      const bool named =
          from_.peek() == '?' && from_.peek(1) == '<' && from_.peek(2) != '=' && from_.peek(2) != '!';
      if (named || from_.peek() != '?') ++escapes_.groups;
      escapes_.named = escapes_.named || named;
    }
    from_.go_back(0);
  }

  expression read_alternatives() {
    if (++depth_ > max_depth) {
      throw pattern_problem("groups nest deeper than " + std::to_string(max_depth) +
                            ": make the pattern flatter");
    }
    alternatives read;
    do read.options.push_back(read_sequence());
    while (from_.eat('|'));
    --depth_;
    if (read.options.size() == 1) return std::move(read.options.front());
    return {std::move(read)};
  }

  expression read_sequence() {
    sequence read;
    while (!from_.at_end() && from_.peek() != '|' && from_.peek() != ')') read.items.push_back(read_term());
    if (read.items.size() == 1) return std::move(read.items.front());
    return {std::move(read)};
  }

  expression read_term() {
    if (auto anchor = read_assertion()) {
      const auto begin = from_.position();
      if (read_bounds()) {
        from_.go_back(begin);
        from_.refuse_syntax("nothing to repeat");
      }
      return {*anchor};
    }
    auto item = read_atom();
    const auto times = read_bounds();
    if (!times) return item;
    repetition read{{}, times->least, times->most, from_.eat('?')};
    read.item.push_back(std::move(item));
    return {std::move(read)};
  }

  std::optional<assertion> read_assertion() {
    if (from_.eat('^')) return flags_.multiline ? assertion::line_begin : assertion::text_begin;
    if (from_.eat('$')) return flags_.multiline ? assertion::line_end : assertion::text_end;
    if (from_.eat(U"\\b")) return assertion::word_boundary;
    if (from_.eat(U"\\B")) return assertion::no_word_boundary;
    return std::nullopt;
  }

  expression read_atom() {
    const auto begin = from_.position();
    if (read_bounds()) {
      from_.go_back(begin);
      from_.refuse_syntax("nothing to repeat");
    }
    const auto c = from_.next();
    if (c == '(') return read_group();
    if (c == '[') return {cased(read_class(escapes_))};
    if (c == '.')
      return {flags_.dot_all ? character_set{{{0, last_code_point}}, {}, false}
                             : character_set{line_terminators(), {}, true}};
    if (flags_.unicode && (c == '{' || c == '}' || c == ']')) {
      from_.go_back(begin);
      from_.refuse_syntax("a bracket by itself, which flag u does not allow,");
    }
    auto read = c == '\\' ? escapes_.read(false) : single(c);
    if (read.single && is_surrogate(read.point)) {
      throw pattern_problem(
          "a half of a surrogate pair is no character in UTF-8: use flag u and \\u{10000}-\\u{10FFFF}");
    }
    return {cased(std::move(read.set))};
  }

  expression read_group() {
    if (from_.eat(U"?=") || from_.eat(U"?!")) {
      throw pattern_problem(
          "looking ahead, (?= or (?!, has no counterpart: give the schema a second regex(), or check it "
          "in the handler");
    }
    if (from_.eat(U"?<=") || from_.eat(U"?<!")) {
      throw pattern_problem(
          "looking behind, (?<= or (?<!, has no counterpart: give the schema a second regex(), or check "
          "it in the handler");
    }
    if (from_.eat(U"?<")) {
      read_name();
    } else if (!from_.eat(U"?:") && from_.peek() == '?') {
      from_.refuse_syntax("(? is not followed by :, = , ! or <");
    }
    auto read = read_alternatives();
    if (!from_.eat(')')) from_.refuse_syntax("( is not closed");
    return read;
  }

  void read_name() {
    std::u32string name;
    while (!from_.eat('>')) {
      const auto c = from_.peek();
      const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
      const bool allowed = letter || (is_digit(c) && !name.empty()) || (c > 0x7F && c != cursor::end);
      if (!allowed) from_.refuse_syntax("the name of a group is not allowed");
      name += from_.next();
    }
    if (name.empty()) from_.refuse_syntax("a group without a name");
    if (!names_.insert(name).second) from_.refuse_syntax("a second group of the same name");
  }

  // *, +, ? or {n,m}; nothing is read where none is there.
  std::optional<bounds> read_bounds() {
    if (from_.eat('*')) return bounds{0, std::nullopt};
    if (from_.eat('+')) return bounds{1, std::nullopt};
    if (from_.eat('?')) return bounds{0, 1};
    const auto begin = from_.position();
    if (!from_.eat('{')) return std::nullopt;
    const auto least = read_count();
    bounds read{least.value_or(0), least};
    if (from_.eat(',')) read.most = read_count();
    if (!least || !from_.eat('}')) {
      from_.go_back(begin);
      return std::nullopt;
    }
    if (read.most && *read.most < read.least) from_.refuse_syntax("a count whose end comes before its begin");
    return read;
  }

  std::optional<std::uint64_t> read_count() {
    if (!is_digit(from_.peek())) return std::nullopt;
    std::uint64_t count = 0;
    while (is_digit(from_.peek())) count = std::min(countless, count * 10 + (from_.next() - '0'));
    return count;
  }

  character_set cased(character_set of) const {
    if (flags_.ignore_case) of.points = with_other_cases(of.points, flags_.unicode);
    return of;
  }

  cursor from_;
  const pattern_flags flags_;
  escape_reader escapes_;
  std::set<std::u32string> names_;
  std::size_t depth_ = 0;
};

}  // namespace

expression parse_pattern(const pattern& of) {
  return parser(of, read_flags(of.flags)).parse();
}

}  // namespace clamator::codegen
