#include <clamator/protocol/codec/container.hpp>

namespace clamator::detail {

bool open_array(json::reader& in, issue_list& issues) {
  if (in.peek() == json::token::array) return in.begin_array();
  mismatch(in, "expected an array", issues);
  return false;
}

bool open_object(json::reader& in, issue_list& issues) {
  if (in.peek() == json::token::object) return in.begin_object();
  mismatch(in, "expected an object", issues);
  return false;
}

bool may_nest(json::writer& out, issue_list& issues) {
  if (!out.full()) return true;
  out.null();
  issues.add("nested more than " + std::to_string(json::deepest) + " deep");
  return false;
}

void refuse_duplicate(json::reader& in, const std::string& key, issue_list& issues) {
  in.skip();
  if (in.failed()) return;
  const std::size_t mark = issues.mark();
  issues.add("duplicate key");
  issues.prefix(mark, key);
}

void wrong_element_count(std::size_t expected, std::size_t found, issue_list& issues) {
  issues.add("expected " + std::to_string(expected) + " elements", std::to_string(found) + " elements");
}

}  // namespace clamator::detail
