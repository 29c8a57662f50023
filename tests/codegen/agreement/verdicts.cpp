// What generated C++ says to JSON: a line {"type": "arith.add params", "text": "<JSON>"} in, and a line
// {"ok": true, "text": "<the value, written again>"} or {"ok": false, "why": "..."} out.
#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <clamator/protocol/error.hpp>

#include "registry.hpp"

namespace {

boost::json::object verdict(std::string_view type, std::string_view text) {
  const auto found = registry.find(type);
  if (found == registry.end()) {
    throw std::invalid_argument("no type is called " + std::string(type) +
                                "; build registry.cpp of these documents");
  }
  try {
    return {{"ok", true}, {"text", found->second(text)}};
  } catch (const clamator::protocol_error& refusal) {
    return {{"ok", false}, {"why", refusal.what()}};
  }
}

void answer_all() {
  for (std::string line; std::getline(std::cin, line);) {
    const boost::json::object asked = boost::json::parse(line).as_object();
    std::cout << boost::json::serialize(verdict(asked.at("type").as_string(), asked.at("text").as_string()))
              << '\n';
    // Whoever asks one by one waits for the answer; whoever asks for many does not pay for a flush of each.
    if (std::cin.rdbuf()->in_avail() == 0) std::cout.flush();
  }
}

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  try {
    answer_all();
  } catch (const std::exception& error) {
    std::cerr << "verdicts: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
