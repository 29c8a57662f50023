#include "cpp/checks.hpp"

#include "cpp/literals.hpp"
#include "pattern/translate.hpp"

namespace clamator::codegen {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& each : parts) text += (text.empty() ? "" : ", ") + each;
  return text;
}

std::string format_check(const string_format& of) {
  std::string text = "clamator::format::" + of.name;
  const std::string precision = of.precision ? std::to_string(*of.precision) : "std::nullopt";
  if (of.name == "datetime")
    return text + "(" + (of.offset ? "true" : "false") + ", " + (of.local ? "true" : "false") + ", " +
           precision + ")";
  if (of.name == "time") return text + "(" + precision + ")";
  if (of.name == "ip" || of.name == "cidr") {
    const std::string version = of.version.empty() ? "any" : of.version;
    return text + "(clamator::format::ip_version::" + version + ")";
  }
  if (of.name == "jwt") return text + "(" + cpp_string(of.algorithm) + ")";
  return text;
}

class check_writer {
 public:
  std::vector<std::string> texts;

  template <class Unchecked>
  void add(const Unchecked&) {}

  void add(const string_type& of) {
    length(of.min_length, of.max_length);
    for (const pattern& each : of.patterns) {
      const std::string flags = each.flags.empty() ? "" : ", " + cpp_string(each.flags);
      put("pattern<" + cpp_string(to_re2(each).text) + ">(" + cpp_string(each.source) + flags + ")");
    }
    for (const string_format& each : of.formats) texts.push_back(format_check(each));
  }
  void add(const number_type& of) {
    if (of.minimum) put("minimum(" + cpp_scalar(*of.minimum) + ")");
    if (of.exclusive_minimum) put("exclusive_minimum(" + cpp_scalar(*of.exclusive_minimum) + ")");
    if (of.maximum) put("maximum(" + cpp_scalar(*of.maximum) + ")");
    if (of.exclusive_maximum) put("exclusive_maximum(" + cpp_scalar(*of.exclusive_maximum) + ")");
    for (const boost::json::value& each : of.multiple_of) put("multiple_of(" + cpp_scalar(each) + ")");
  }
  void add(const array_type& of) {
    length(of.min_items, of.max_items);
    nested("each", *of.items);
  }
  void add(const record_type& of) {
    if (of.keys) keys(**of.keys);
    nested("each", *of.values);
  }
  void add(const tuple_type& of) {
    for (std::size_t i = 0; i < of.items.size(); ++i) nested("item<" + std::to_string(i) + ">", *of.items[i]);
    if (of.rest) nested("each", **of.rest);
  }

 private:
  void put(const std::string& check) { texts.push_back("clamator::" + check); }

  void length(const std::optional<std::uint64_t>& least, const std::optional<std::uint64_t>& most) {
    if (least) put("min_length(" + std::to_string(*least) + ")");
    if (most) put("max_length(" + std::to_string(*most) + ")");
  }
  void nested(const std::string& which, const node& of) {
    const std::vector<std::string> inner = cpp_checks(of);
    if (!inner.empty()) put(which + "(" + joined(inner) + ")");
  }
  void keys(const node& of) {
    const auto* values = as<enum_type>(of);
    if (values == nullptr) return nested("keys", of);
    std::vector<std::string> names;
    names.reserve(values->members.size());
    for (const enum_member& each : values->members) names.push_back(cpp_scalar(each.value));
    put("keys(clamator::one_of(" + joined(names) + "))");
  }
};

}  // namespace

std::vector<std::string> cpp_checks(const node& of) {
  check_writer writer;
  std::visit([&](const auto& type) { writer.add(type); }, of.type);
  return std::move(writer.texts);
}

}  // namespace clamator::codegen
