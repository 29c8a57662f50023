#include "cpp/layout.hpp"

namespace clamator::codegen {

std::string cpp_call(std::string_view head, const std::vector<std::string>& arguments, std::size_t indent,
                     std::size_t column) {
  constexpr std::size_t last_column = 100;
  std::string line(head);
  line += '(';
  for (const std::string& each : arguments) line += (&each == &arguments.front() ? "" : ", ") + each;
  line += ')';
  if (arguments.empty() || (line.find('\n') == std::string::npos && column + line.size() <= last_column))
    return line;
  std::string lines(head);
  lines += '(';
  for (const std::string& each : arguments) {
    lines += "\n" + std::string(indent + 4, ' ') + each;
    lines += &each == &arguments.back() ? ")" : ",";
  }
  return lines;
}

}  // namespace clamator::codegen
