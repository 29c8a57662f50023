// What a document of the right form can still have wrong. Each check looks at the whole contract, in which a
// node that could not be read is a null pointer.
#pragma once

#include "document/report.hpp"
#include "model/contract.hpp"

namespace clamator::codegen {

void check_names(const contract& of, report& to);       // services, methods, types, fields, hashes
void check_references(const contract& of, report& to);  // to no type, and types that nobody uses
bool check_circles(const contract& of, report& to);  // types without a finite value; whether there are none
void check_bounds(const contract& of, report& to);   // lengths, counts and numbers that exclude each other
void check_enums(const contract& of, report& to);
void check_strings(const contract& of, report& to);  // formats and patterns
void check_unions(const contract& of, report& to);
void check_records(const contract& of, report& to);  // their keys
// Only where the references and circles are right, as following them has to end.
void check_defaults(const contract& of, report& to);

}  // namespace clamator::codegen
