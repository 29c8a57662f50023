// Small contract documents, and what the reader says of them as lines.
#pragma once

#include <string>
#include <vector>

#include "document/read.hpp"

namespace document_sample {

using lines = std::vector<std::string>;

inline const std::string hash(64, 'a');

// `methods` and `types` are the lists' content.
inline std::string document(const std::string& methods, const std::string& types = "") {
  return R"({"clamatorContracts":1,"service":"s","export":"e","source":"s.ts","target":"jsonSchema7","methods":[)" +
         methods + "]" + (types.empty() ? "" : R"(,"types":[)" + types + "]") + "}";
}

inline std::string method(const std::string& name, const std::string& params) {
  return R"({"name":")" + name + R"(","params":)" + params + R"(,"hashes":{"params":")" + hash + R"("}})";
}

inline std::string type(const std::string& name, const std::string& node) {
  return R"({"name":")" + name + R"(","type":)" + node + "}";
}

inline std::string ref(const std::string& name) {
  return R"({"kind":"ref","name":")" + name + R"("})";
}

inline std::string field(const std::string& name, const std::string& node) {
  return type(name, node);
}

inline std::string object(const std::string& fields, const std::string& unknown = "strip") {
  return R"({"kind":"object","unknown":")" + unknown + R"(","fields":[)" + fields + "]}";
}

// A document whose only method, m, takes the node.
inline std::string of_params(const std::string& params, const std::string& types = "") {
  return document(method("m", params), types);
}

// A document whose only method takes an object with a field f, which has a default.
inline std::string of_default(const std::string& node, const std::string& value,
                              const std::string& types = "") {
  return of_params(object(field("f", R"({"kind":"default","type":)" + node + R"(,"value":)" + value + "}")),
                   types);
}

// "place: message", "warning: " before a warning, and the file before it where that is not d.json.
inline lines problems_of(const std::string& text) {
  clamator::codegen::diagnostics problems;
  const auto read = clamator::codegen::read_document("d.json", text, problems);
  lines told;
  for (const auto& each : problems.all()) {
    const bool warning = each.how == clamator::codegen::severity::warning;
    told.push_back((warning ? "warning: " : "") + (each.file == "d.json" ? "" : each.file + ": ") +
                   (each.place.empty() ? "" : each.place + ": ") + each.message);
  }
  if (read.has_value() != (problems.errors() == 0)) told.emplace_back("a contract and errors, or neither");
  return told;
}

}  // namespace document_sample
