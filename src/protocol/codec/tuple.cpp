#include <clamator/protocol/codec/tuple.hpp>

namespace clamator::detail {

void read_nothing(json::reader& in, issue_list& issues) {
  if (in.peek() != json::token::null) return mismatch(in, "expected null", issues);
  in.read_null();
}

void too_few_elements(std::size_t least, std::size_t found, issue_list& issues) {
  issues.add("expected at least " + std::to_string(least) + " elements", std::to_string(found) + " elements");
}

}  // namespace clamator::detail
