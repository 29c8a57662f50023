// What a generated module imports. Each name gets a leading "_", so that no type of a contract can hide it.
#pragma once

#include <map>
#include <set>
#include <string>

namespace clamator::codegen::python {

class imports {
 public:
  // The name to use: use("pydantic", "Field") is "_Field".
  std::string use(const std::string& from, const std::string& name) {
    names_[from].insert(name);
    return "_" + name;
  }

  std::string pydantic(const std::string& name) { return use("pydantic", name); }
  std::string typing(const std::string& name) { return use("typing", name); }
  std::string support(const std::string& name) { return use("._clamator", name); }

  // The lines, parted into those of Python, of packages and of the files beside.
  std::string text() const;

 private:
  std::map<std::string, std::set<std::string>> names_;
};

}  // namespace clamator::codegen::python
