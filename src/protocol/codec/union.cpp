#include <string>

#include <clamator/protocol/codec/container.hpp>
#include <clamator/protocol/codec/union.hpp>

namespace clamator::detail {
namespace {

std::string expected_tag(std::span<const union_case> cases) {
  std::string text = "expected one of ";
  for (const union_case& one : cases) {
    if (&one != cases.data()) text += ", ";
    text.append("\"").append(one.tag).append("\"");
  }
  return text;
}

// Reads the discriminator's value; nullptr, and an issue at its path, where it names no alternative.
const union_case* read_tag(json::reader& in, const union_layout& layout, issue_list& issues) {
  const json::reader::place here = in.save();
  if (in.peek() == json::token::string) {
    const std::string_view tag = in.read_string();
    for (const union_case& one : layout.cases) {
      if (one.tag == tag && !in.failed()) return &one;
    }
  }
  in.restore(here);
  const std::size_t mark = issues.mark();
  mismatch(in, expected_tag(layout.cases).c_str(), issues);
  issues.prefix(mark, layout.key);
  return nullptr;
}

void skip_members(json::reader& in) {
  for (std::string_view key; in.next_key(key);) in.skip();
}

// The discriminator is not the first member: looks for it to the end, then reads the object from its
// beginning.
void read_with_late_tag(json::reader& in, void* variant, const union_layout& layout,
                        json::reader::place begin, issue_list& issues) {
  for (std::string_view key; in.next_key(key);) {
    if (key != layout.key) {
      in.skip();
      continue;
    }
    const union_case* const found = read_tag(in, layout, issues);
    if (found == nullptr) return skip_members(in);
    in.restore(begin);
    discriminator tag{layout.key, false};
    return read_members(in, found->emplace(variant), *found->layout, &tag, issues);
  }
  if (in.failed()) return;
  const std::size_t mark = issues.mark();
  issues.add("missing");
  issues.prefix(mark, layout.key);
}

}  // namespace

void read_union(json::reader& in, void* variant, const union_layout& layout, issue_list& issues) {
  if (!open_object(in, issues)) return;
  const json::reader::place begin = in.save();
  if (!in.accept_key(layout.quoted)) return read_with_late_tag(in, variant, layout, begin, issues);
  const union_case* const found = read_tag(in, layout, issues);
  if (found == nullptr) return skip_members(in);
  discriminator tag{layout.key, true};
  read_members(in, found->emplace(variant), *found->layout, &tag, issues);
}

}  // namespace clamator::detail
