// What the codec tests ask of a text or a value: what it is, or what is wrong with it.
#pragma once

#include <string>
#include <string_view>

#include <gmock/gmock.h>

#include <clamator/protocol/codec.hpp>
#include <clamator/protocol/error.hpp>

using clamator::from_json;
using clamator::to_json;

// All issues as text, each with its path even where that is "".
inline std::string listed(const clamator::issue_list& issues) {
  std::string text;
  for (const clamator::issue& one : issues.items()) {
    if (!text.empty()) text += "; ";
    text += one.path + ": " + one.message;
    if (!one.found.empty()) text += ", found " + one.found;
  }
  return text;
}

// The issues that reading finds; the text must be JSON.
template <class T>
std::string issues_of(std::string_view text) {
  clamator::json::reader in(text);
  T value{};
  clamator::issue_list issues;
  clamator::decode(in, value, issues);
  if (!in.finish()) return std::string("not JSON: ") + in.error().message;
  return listed(issues);
}

// "<message> at <offset>"; empty where the text is JSON.
template <class T>
std::string syntax_error_of(std::string_view text) {
  clamator::json::reader in(text);
  T value{};
  clamator::issue_list issues;
  clamator::decode(in, value, issues);
  if (in.finish()) return {};
  return in.error().message + std::string(" at ") + std::to_string(in.error().offset);
}

// The issues that writing finds; what was written must be JSON whatever they are.
template <class T>
std::string issues_writing(const T& value) {
  clamator::buffer text;
  clamator::json::writer out(text);
  clamator::issue_list issues;
  clamator::encode(out, value, issues);
  clamator::json::reader in(text.view(), clamator::json::deepest);
  in.skip();
  EXPECT_TRUE(in.finish()) << text.view();
  return listed(issues);
}
