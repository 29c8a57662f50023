// A contract document, read and checked: what the front-end found in one contract file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/node.hpp"

namespace clamator::codegen {

struct method {
  std::string name;  // as on the wire
  node_ptr params;
  std::optional<node_ptr> result;  // absent for a notification
  std::string params_hash;         // SHA-256 in hex of the JSON Schema
  std::string result_hash;         // empty for a notification
};

struct named_type {
  std::string name;
  node_ptr type;
};

struct contract {
  std::string file;  // the document's path, for diagnostics
  std::string service;
  std::string export_name;  // in the contract file
  std::string source;       // the contract file, relative to the folder of contracts
  std::string target;       // of the JSON Schema that is hashed
  std::vector<method> methods;
  std::vector<named_type> types;
};

}  // namespace clamator::codegen
