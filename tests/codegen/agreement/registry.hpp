// The types of all golden contracts by name, so that one program knows them: "arith.add params".
#pragma once

#include <map>
#include <string>
#include <string_view>

// Reads a text as one type, and gives what that type writes of it. Throws clamator::protocol_error.
using read_and_write = std::string (*)(std::string_view text);

// registry.py makes its definition from the contract documents.
extern const std::map<std::string, read_and_write, std::less<>> registry;
