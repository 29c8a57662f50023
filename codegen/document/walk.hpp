// Every node of a contract, with its place, in the document's order.
#pragma once

#include <functional>
#include <string>

#include "model/contract.hpp"

namespace clamator::codegen {

using node_visitor = std::function<void(const node&, const std::string& place)>;

// A node comes before those in it. Null pointers are passed over, and references are not followed.
void walk(const contract& of, const node_visitor& visit);
void walk(const node_ptr& from, const std::string& place, const node_visitor& visit);

}  // namespace clamator::codegen
