// Writes a regular expression, but for what differs between engines.
#pragma once

#include <string>

#include "pattern/syntax.hpp"

namespace clamator::codegen {

class pattern_writer {
 public:
  pattern_writer() = default;
  pattern_writer(const pattern_writer&) = delete;
  pattern_writer& operator=(const pattern_writer&) = delete;
  virtual ~pattern_writer() = default;

  std::string write(const expression& of) { return written(of, {true, true}); }

 protected:
  // Whether nothing of the pattern can be matched before or behind.
  struct edges {
    bool first = false;
    bool last = false;
  };

  // A code point that is not printable ASCII.
  virtual std::string escaped(char32_t point) const = 0;
  // What the assertion is; throws pattern_problem where it cannot be.
  virtual std::string asserted(assertion of, edges at) = 0;
  virtual std::string property(const unicode_property& of) const = 0;

 private:
  std::string written(const expression& of, edges at);
  std::string written(const character_set& of);
  std::string written(const sequence& of, edges at);
  std::string written(const alternatives& of, edges at);
  std::string written(const repetition& of, edges at);
  std::string grouped(const expression& of, edges at);
  std::string literal(char32_t point) const;
  std::string member(char32_t point) const;
  std::string bracketed(const code_points& points, bool negated, const std::string& further) const;
};

}  // namespace clamator::codegen
