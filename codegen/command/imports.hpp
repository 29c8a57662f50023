// Which files a contract file may import.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

namespace clamator::codegen {

// All that its relative imports may mean, whether it is there or not: 'x' may be x.ts, x/index.ts and so on.
// Any string that looks like a relative path counts, since watching a file too many does no harm.
std::vector<std::filesystem::path> possible_imports(const std::filesystem::path& file, std::string_view text);

}  // namespace clamator::codegen
