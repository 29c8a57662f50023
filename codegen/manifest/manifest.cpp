#include "manifest/manifest.hpp"

#include <algorithm>
#include <vector>

#include <boost/json/serialize.hpp>

namespace clamator::codegen {
namespace {

std::string in_quotes(const std::string& text) {
  return boost::json::serialize(boost::json::string(text));
}

template <class T, class Name>
std::vector<const T*> sorted(std::span<const T> all, Name name) {
  std::vector<const T*> order;
  for (const T& each : all) order.push_back(&each);
  std::sort(order.begin(), order.end(), [&](const T* a, const T* b) { return name(*a) < name(*b); });
  return order;
}

std::string method_text(const method& of) {
  std::string text =
      "        " + in_quotes(of.name) + ": {\n          \"params\": " + in_quotes(of.params_hash);
  if (of.result) text += ",\n          \"result\": " + in_quotes(of.result_hash);
  return text + "\n        }";
}

// `items` between braces, one a line; {} where there are none.
std::string braces(const std::vector<std::string>& items, const std::string& indent) {
  if (items.empty()) return "{}";
  std::string text = "{\n";
  for (const std::string& each : items) text += each + (&each == &items.back() ? "\n" : ",\n");
  return text + indent + "}";
}

std::string service_text(const contract& of) {
  std::vector<std::string> methods;
  for (const method* each :
       sorted(std::span(of.methods), [](const method& m) -> const std::string& { return m.name; }))
    methods.push_back(method_text(*each));
  return "    " + in_quotes(of.service) + ": {\n      \"target\": " + in_quotes(of.target) +
         ",\n      \"methods\": " + braces(methods, "      ") + "\n    }";
}

}  // namespace

std::string manifest_text(std::span<const contract> all) {
  std::vector<std::string> services;
  for (const contract* each : sorted(all, [](const contract& c) -> const std::string& { return c.service; }))
    services.push_back(service_text(*each));
  return "{\n  \"clamatorManifest\": 1,\n  \"services\": " + braces(services, "  ") + "\n}\n";
}

}  // namespace clamator::codegen
