#include <optional>
#include <string>

#include <clamator/protocol/codec/container.hpp>
#include <clamator/protocol/codec/options.hpp>

namespace clamator::detail {
namespace {

bool may_begin_with(const option_row& option, json::token first) noexcept {
  return (option.tokens & only(first)) != 0;
}

// What the options begin with, in words: "expected a string", "expected one of: a string, a number".
std::string expected_kinds(std::span<const option_row> options) {
  constexpr std::string_view words[] = {"null",     "true or false", "a number",
                                        "a string", "an array",      "an object"};
  token_set tokens = 0;
  for (const option_row& one : options) tokens = static_cast<token_set>(tokens | one.tokens);
  std::string list;
  std::size_t count = 0;
  for (std::size_t i = 0; i < std::size(words); ++i) {
    if ((tokens & only(static_cast<json::token>(i))) == 0) continue;
    if (count++ != 0) list += ", ";
    list += words[i];
  }
  return (count > 1 ? "expected one of: " : "expected ") + list;
}

// How deep inside of the value the deepest issue is: an option that fits so far was meant.
std::size_t depth_of(const issue_list& issues) {
  std::size_t deepest = 0;
  for (const issue& one : issues.items()) {
    std::size_t depth = 0;
    for (char c : one.path) depth += c == '/' ? 1 : 0;
    deepest = std::max(deepest, depth);
  }
  return deepest;
}

bool only_at_root(const issue_list& issues) {
  return issues.total() == 1 && issues.items().front().path.empty();
}

// What to say where no option fits: the one reason or the other where each is about the value as a whole,
// else what is wrong with the option that comes nearest.
class near_misses {
 public:
  void add(issue_list issues, std::size_t number) {
    if (only_at_root(issues)) {
      add_reason(issues.items().front());
    } else if (!nearest_ || nearer(issues)) {
      nearest_ = std::move(issues);
      number_ = number;
    }
  }

  void report(std::size_t options, issue_list& issues) {
    if (nearest_) {
      const std::string which =
          "in option " + std::to_string(number_ + 1) + " of " + std::to_string(options) + ": ";
      issues.append(*nearest_, which);
    } else {
      issues.add(std::move(reasons_), std::move(found_));
    }
  }

 private:
  bool nearer(const issue_list& issues) const {
    if (issues.total() != nearest_->total()) return issues.total() < nearest_->total();
    return depth_of(issues) > depth_of(*nearest_);
  }
  void add_reason(const issue& one) {
    if (found_.empty()) found_ = one.found;
    if (reasons_.find(one.message) != std::string::npos) return;
    if (!reasons_.empty()) reasons_ += ", or ";
    reasons_ += one.message;
  }

  std::optional<issue_list> nearest_;
  std::size_t number_ = 0;
  std::string reasons_;
  std::string found_;
};

void try_options(json::reader& in, void* variant, std::span<const option_row> options, json::token first,
                 issue_list& issues) {
  const json::reader::place here = in.save();
  near_misses misses;
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (!may_begin_with(options[i], first)) continue;
    issue_list found;
    in.restore(here);
    options[i].read(in, variant, found);
    if (found.empty()) return;
    in.give_up(here);
    if (in.failed()) return;
    misses.add(std::move(found), i);
  }
  misses.report(options.size(), issues);
}

void add_at(issue_list& issues, std::string_view key, const char* message) {
  const std::size_t mark = issues.mark();
  issues.add(message);
  issues.prefix(mark, key);
}

void skip_members(json::reader& in) {
  for (std::string_view key; in.next_key(key);) in.skip();
}

// Whether the discriminator is there; the reader stands before its value then, else behind the object.
bool find_tag(json::reader& in, const tag_layout& layout) {
  if (in.accept_key(layout.quoted)) return true;
  for (std::string_view key; in.next_key(key);) {
    if (key == layout.key) return true;
    in.skip();
  }
  return false;
}

}  // namespace

void read_first_match(json::reader& in, void* variant, std::span<const option_row> options,
                      issue_list& issues) {
  const json::token first = in.peek();
  const option_row* candidate = nullptr;
  for (const option_row& one : options) {
    if (!may_begin_with(one, first)) continue;
    if (candidate != nullptr) return try_options(in, variant, options, first, issues);
    candidate = &one;
  }
  if (candidate == nullptr) return mismatch(in, expected_kinds(options).c_str(), issues);
  candidate->read(in, variant, issues);
}

void read_by_tag(json::reader& in, void* variant, const tag_layout& layout, issue_list& issues) {
  const json::reader::place begin = in.save();
  if (!open_object(in, issues)) return;
  if (!find_tag(in, layout)) {
    if (!in.failed()) add_at(issues, layout.key, "missing");
    return;
  }
  const std::size_t tag = read_literal(in, layout.tags);
  if (tag != layout.tags.size()) {
    in.restore(begin);
    return layout.options[layout.rows[tag]].read(in, variant, issues);
  }
  const std::size_t mark = issues.mark();
  mismatch(in, expected_one_of(layout.tags).c_str(), issues);
  issues.prefix(mark, layout.key);
  skip_members(in);
}

}  // namespace clamator::detail
