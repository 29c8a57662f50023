// The kinds of node that hold no node: their members, read.
#pragma once

#include "document/members.hpp"
#include "model/node.hpp"

namespace clamator::codegen {

string_type read_string(members& of, report& to);
number_type read_number(members& of, report& to);
literal_type read_literal(members& of, report& to);
enum_type read_enum(members& of, report& to);

}  // namespace clamator::codegen
