#include "simulation/answer_value.hpp"

namespace clamator::simulation {

void append_resp(std::string& out, const value& what) {
  switch (what.what) {
    case value::kind::nil:
      out += "$-1\r\n";
      return;
    case value::kind::nil_array:
      out += "*-1\r\n";
      return;
    case value::kind::integer:
      out += ":" + std::to_string(what.number) + "\r\n";
      return;
    case value::kind::status:
      out += "+" + what.text + "\r\n";
      return;
    case value::kind::error:
      out += "-" + what.text + "\r\n";
      return;
    case value::kind::text:
      out += "$" + std::to_string(what.text.size()) + "\r\n" + what.text + "\r\n";
      return;
    case value::kind::array:
      out += "*" + std::to_string(what.items.size()) + "\r\n";
      for (const value& each : what.items) append_resp(out, each);
      return;
  }
}

std::string readable(const value& what) {
  switch (what.what) {
    case value::kind::nil:
    case value::kind::nil_array:
      return "(nil)";
    case value::kind::integer:
      return std::to_string(what.number);
    case value::kind::status:
      return what.text;
    case value::kind::error:
      return "(error) " + what.text;
    case value::kind::text:
      return '"' + what.text + '"';
    case value::kind::array:
      break;
  }
  std::string list;
  for (const value& each : what.items) list += (list.empty() ? "" : " ") + readable(each);
  return "[" + list + "]";
}

}  // namespace clamator::simulation
