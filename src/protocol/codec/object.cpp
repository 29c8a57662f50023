#include <bitset>

#include <clamator/protocol/codec/container.hpp>
#include <clamator/protocol/codec/object.hpp>

namespace clamator::detail {
namespace {

void add_at(issue_list& issues, std::string_view key, const char* message, std::string found = {}) {
  const std::size_t mark = issues.mark();
  issues.add(message, std::move(found));
  issues.prefix(mark, key);
}

// The member of that name, looked for from `guess` on; members.size() where there is none.
std::size_t find_member(std::span<const member_entry> members, std::string_view key,
                        std::size_t guess) noexcept {
  for (std::size_t i = guess; i < members.size(); ++i) {
    if (members[i].name == key) return i;
  }
  for (std::size_t i = 0; i < guess; ++i) {
    if (members[i].name == key) return i;
  }
  return members.size();
}

// One walk over the members that are left of an object.
class member_walk {
 public:
  member_walk(json::reader& in, void* object, const object_layout& layout, discriminator* tag,
              issue_list& issues)
      : in_(in), object_(object), layout_(layout), tag_(tag), issues_(issues) {}

  void run() {
    const std::size_t issues_before = issues_.total();
    const std::span<const member_entry> members = layout_.members;
    if (layout_.rest.clear != nullptr) layout_.rest.clear(object_);
    for (std::size_t next = 0;;) {
      std::size_t index = next;
      if (next == members.size() || !in_.accept_key(members[next].quoted)) {
        std::string_view key;
        if (!in_.next_key(key)) break;
        index = find_member(members, key, next);
        if (index == members.size()) {
          no_member(key);
          continue;
        }
      }
      member(index);
      next = index + 1;
    }
    if (in_.failed()) return;
    if (count_ != members.size()) absent_members();
    if (issues_.total() == issues_before && layout_.check != nullptr) layout_.check(object_, issues_);
  }

 private:
  void member(std::size_t index) {
    const member_entry& entry = layout_.members[index];
    if (seen_[index]) return refuse_duplicate(in_, std::string(entry.name), issues_);
    seen_[index] = true;
    ++count_;
    const std::size_t mark = issues_.mark();
    entry.read(in_, object_, issues_);
    if (issues_.mark() != mark) issues_.prefix(mark, entry.name);
  }

  void no_member(std::string_view key) {
    if (tag_ != nullptr && key == tag_->key) {
      if (tag_->seen) return refuse_duplicate(in_, std::string(key), issues_);
      tag_->seen = true;
      in_.skip();
      return;
    }
    if (layout_.unknown == unknown_members::kept) return layout_.rest.read(in_, object_, key, issues_);
    if (layout_.unknown == unknown_members::ignored) {
      in_.skip();
      return;
    }
    const std::string name(key);
    const std::string_view raw = in_.skip();
    if (!in_.failed()) add_at(issues_, name, "unknown key", found_text(raw));
  }

  void absent_members() {
    for (std::size_t i = 0; i < layout_.members.size(); ++i) {
      if (seen_[i]) continue;
      const member_entry& entry = layout_.members[i];
      if (entry.absent != nullptr) {
        entry.absent(object_);
      } else {
        add_at(issues_, entry.name, "missing");
      }
    }
  }

  json::reader& in_;
  void* object_;
  const object_layout& layout_;
  discriminator* tag_;
  issue_list& issues_;
  std::bitset<object_layout::max_members> seen_;
  std::size_t count_ = 0;
};

struct written_keys {
  std::span<const member_entry> members;
  std::string_view tag;
};

bool is_written(const void* context, std::string_view key) {
  const auto& written = *static_cast<const written_keys*>(context);
  return find_member(written.members, key, 0) != written.members.size() ||
         (!written.tag.empty() && key == written.tag);
}

}  // namespace

void read_members(json::reader& in, void* object, const object_layout& layout, discriminator* tag,
                  issue_list& issues) {
  member_walk(in, object, layout, tag, issues).run();
}

void read_object(json::reader& in, void* object, const object_layout& layout, issue_list& issues) {
  if (open_object(in, issues)) read_members(in, object, layout, nullptr, issues);
}

void write_object(json::writer& out, const void* object, const object_layout& layout,
                  std::string_view tag_member, std::string_view tag, issue_list& issues) {
  const std::size_t issues_before = issues.total();
  if (!may_nest(out, issues)) return;
  out.begin_object();
  if (!tag_member.empty()) out.raw(tag_member);
  for (const member_entry& entry : layout.members) {
    const std::size_t mark = issues.mark();
    entry.write(out, object, issues);
    if (issues.mark() != mark) issues.prefix(mark, entry.name);
  }
  if (layout.rest.write != nullptr) {
    const written_keys written{layout.members, tag};
    layout.rest.write(out, object, is_written, &written, issues);
  }
  out.end_object();
  if (issues.total() == issues_before && layout.check != nullptr) layout.check(object, issues);
}

}  // namespace clamator::detail
