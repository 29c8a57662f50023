#include "command/imports.hpp"

#include <array>
#include <string>

namespace clamator::codegen {
namespace {

constexpr std::array endings{".ts", ".mts", ".cts", ".tsx", ".js", ".mjs", ".cjs", ".jsx", ".json"};

bool is_relative(std::string_view text) {
  return text == "." || text == ".." || text.starts_with("./") || text.starts_with("../");
}

void add_meanings(const std::filesystem::path& named, std::vector<std::filesystem::path>& to) {
  to.push_back(named);
  for (const char* each : endings) {
    std::filesystem::path with_ending = named;
    with_ending += each;
    to.push_back(with_ending);
    to.push_back(named / (std::string("index") + each));
  }
  // TypeScript names a module as it will be called once compiled.
  for (const auto& [compiled, source] : {std::pair(".js", ".ts"), std::pair(".js", ".tsx"),
                                         std::pair(".mjs", ".mts"), std::pair(".cjs", ".cts")}) {
    if (named.extension() == compiled) to.push_back(std::filesystem::path(named).replace_extension(source));
  }
}

}  // namespace

std::vector<std::filesystem::path> possible_imports(const std::filesystem::path& file,
                                                    std::string_view text) {
  std::vector<std::filesystem::path> found;
  for (std::size_t at = text.find_first_of("'\"`"); at != std::string_view::npos;
       at = text.find_first_of("'\"`", at + 1)) {
    const std::string_view behind = text.substr(at + 1);
    const std::string_view named = behind.substr(0, behind.find_first_of("'\"`\n"));
    if (is_relative(named)) add_meanings((file.parent_path() / named).lexically_normal(), found);
  }
  return found;
}

}  // namespace clamator::codegen
