#include "python/scalar_checks.hpp"

#include <cmath>
#include <utility>

#include "pattern/translate.hpp"
#include "python/literals.hpp"

namespace clamator::codegen::python {
namespace {

expression format_call(const string_format& of, imports& needs) {
  std::vector<expression> options;
  if (of.offset) options.push_back(word("offset=True"));
  if (of.local) options.push_back(word("local=True"));
  if (of.precision) options.push_back(word("precision=" + std::to_string(*of.precision)));
  if (!of.version.empty()) options.push_back(word(string_literal(of.version)));
  if (!of.algorithm.empty()) options.push_back(word(string_literal(of.algorithm)));
  return call(needs.use("._formats", of.name), std::move(options));
}

double as_double(const boost::json::value& bound) {
  return bound.to_number<double>();
}

// Pydantic takes only integers as bounds of integers. A fraction is rounded to where it cuts the same: down
// for `gt` and `le`, up for `ge` and `lt`.
std::string integer_bound(const boost::json::value& bound, bool round_up) {
  if (!bound.is_double()) return number_literal(bound);
  const double whole = round_up ? std::ceil(as_double(bound)) : std::floor(as_double(bound));
  const std::string text = number_literal(boost::json::value(whole));
  return text.find_first_of(".e") == std::string::npos ? text : "int(" + text + ")";
}

class number_fields {
 public:
  number_fields(const number_type& of, std::vector<expression>& out) : integer_(of.integer), out_(out) {
    add("ge", of.minimum, true);
    add("gt", of.exclusive_minimum, false);
    add("le", of.maximum, false);
    add("lt", of.exclusive_maximum, true);
  }

 private:
  void add(const std::string& name, const std::optional<boost::json::value>& bound, bool round_up) {
    if (!bound) return;
    out_.push_back(word(name + "=" + (integer_ ? integer_bound(*bound, round_up) : number_literal(*bound))));
  }
  bool integer_;
  std::vector<expression>& out_;
};

}  // namespace

std::vector<expression> string_checks(const string_type& of, imports& needs,
                                      const std::function<void(const std::string&)>& refused) {
  std::vector<expression> checks, lengths;
  if (of.min_length) lengths.push_back(word("min_length=" + std::to_string(*of.min_length)));
  if (of.max_length) lengths.push_back(word("max_length=" + std::to_string(*of.max_length)));
  if (!lengths.empty()) checks.push_back(call(needs.pydantic("Field"), std::move(lengths)));
  for (const pattern& each : of.patterns) {
    const translated python = to_python(each);
    if (!python.problem.empty()) {
      refused(python.problem);
      continue;
    }
    const std::string written = "/" + each.source + "/" + each.flags;
    checks.push_back(call(needs.support("pattern"),
                          {word(raw_string_literal(python.text)), word(raw_string_literal(written))}));
  }
  for (const string_format& each : of.formats) checks.push_back(format_call(each, needs));
  return checks;
}

expression number_annotation(const number_type& of, imports& needs) {
  std::vector<expression> bounds;
  const number_fields fill(of, bounds);
  std::vector<expression> items{word(of.integer ? "int" : "float")};
  if (bounds.empty()) {
    items.front() = word(needs.support(of.integer ? "Integer" : "Number"));
  } else {
    if (!of.integer) bounds.insert(bounds.begin(), word("allow_inf_nan=False"));
    bounds.insert(bounds.begin(), word("strict=True"));
    items.push_back(call(needs.pydantic("Field"), std::move(bounds)));
    if (of.integer) items.push_back(word(needs.support("integral")));
  }
  for (const boost::json::value& step : of.multiple_of)
    items.push_back(call(needs.support("multiple_of"), {word(number_literal(step))}));
  return items.size() == 1 ? items.front() : subscript(needs.typing("Annotated"), std::move(items));
}

}  // namespace clamator::codegen::python
