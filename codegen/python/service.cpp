#include "python/service.hpp"

#include <map>
#include <utility>
#include <vector>

#include "names/case.hpp"
#include "python/expression.hpp"
#include "python/literals.hpp"
#include "python/names.hpp"

namespace clamator::codegen::python {
namespace {

std::string result_of(const module_method& of) {
  return of.result ? class_name(*of.result) : "None";
}

std::string signature(const module_method& of, bool with_timeout) {
  std::vector<expression> parameters{word("self"), word("params: " + class_name(of.params))};
  if (with_timeout) {
    parameters.push_back(word("*"));
    parameters.push_back(word("timeout_ms: int | None = None"));
  }
  expression made = call("async def " + name_of(of.name), std::move(parameters));
  made.tail = " -> " + result_of(of) + ":";
  return "    " + rendered(made, 4, 4);
}

std::string described(const module_method& of) {
  std::string text = docstring(of.description, 8);
  if (!text.empty()) text.pop_back();
  return text;
}

std::string handlers(const module& of, imports& needs) {
  std::string text = "class " + pascal_case(of.service) + "Service(" + needs.use("abc", "ABC") + "):\n";
  if (of.methods.empty()) return text + "    pass\n";
  for (const module_method& each : of.methods) {
    if (&each != &of.methods.front()) text += "\n";
    text += "    @" + needs.use("abc", "abstractmethod") + "\n" + signature(each, false);
    const std::string about = described(each);
    text += about.empty() ? " ...\n" : "\n" + about;
  }
  return text;
}

std::string asked(const module& of, const module_method& method, imports& needs) {
  std::vector<expression> arguments{word("self._client"), word(string_literal(of.service)),
                                    word(string_literal(method.name)), word("params")};
  if (!method.result) {
    const std::string left = "        await ";
    return left + rendered(call(needs.support("notify"), std::move(arguments)), 8, left.size()) + "\n";
  }
  arguments.push_back(word("timeout_ms"));
  const std::string left = "        answer = await ";
  return left + rendered(call(needs.support("call"), std::move(arguments)), 8, left.size()) +
         "\n        return " + class_name(*method.result) + ".model_validate(answer)\n";
}

std::string client(const module& of, imports& needs) {
  std::string text = "class " + pascal_case(of.service) + "Client:\n    def __init__(self, client: " +
                     needs.use("clamator_protocol", "ClamatorClient") +
                     ") -> None:\n        self._client = client\n";
  for (const module_method& each : of.methods)
    text += "\n" + signature(each, each.result.has_value()) + "\n" + described(each) + asked(of, each, needs);
  return text;
}

std::string contract(const module& of, imports& needs) {
  expression methods{"methods=", '{', {}, {}};
  const std::string entry = needs.use("clamator_protocol", "MethodEntry");
  for (const module_method& each : of.methods) {
    methods.items.push_back(call(
        string_literal(each.name) + ": " + entry,
        {word(class_name(each.params)), word(result_of(each)), word(string_literal(name_of(each.name)))}));
  }
  const expression made =
      call(snake_case(of.service) + "_contract = " + needs.use("clamator_protocol", "Contract"),
           {word("service=" + string_literal(of.service)), std::move(methods)});
  return rendered(made, 0, 0) + "\n";
}

void check_names(const module& of, diagnostics& problems) {
  std::map<std::string, std::string> taken;
  for (const module_method& each : of.methods) {
    const auto [first, fresh] = taken.emplace(name_of(each.name), each.name);
    if (!fresh)
      problems.error(
          of.file, of.service + "." + each.name,
          "would be " + first->first + " in Python, as " + first->second + "; rename one of the two methods");
  }
  for (const declaration& each : of.declarations) {
    const std::string service = pascal_case(of.service);
    if (each.name == service + "Service" || each.name == service + "Client")
      problems.error(of.file, each.place,
                     "its type would be called " + each.name +
                         ", as a class that is generated for the service; rename the schema");
  }
}

}  // namespace

std::string service_of(const module& of, imports& needs, diagnostics& problems) {
  check_names(of, problems);
  return "\n\n" + handlers(of, needs) + "\n\n" + client(of, needs) + "\n\n" + contract(of, needs);
}

}  // namespace clamator::codegen::python
