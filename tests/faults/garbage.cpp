#include "faults/garbage.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace clamator::test {

std::vector<std::string> kept_garbage() {
  std::vector<std::string> kept;
  for (const char* target : {"request", "reply", "json", "codec", "entry"}) {
    std::vector<std::filesystem::path> files;
    const auto folder = std::filesystem::path(CLAMATOR_FUZZ_CORPUS) / target;
    for (const auto& file : std::filesystem::directory_iterator(folder)) files.push_back(file.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
      std::ifstream in(file, std::ios::binary);
      kept.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
  }
  if (kept.empty()) throw std::runtime_error("the corpora of fuzz are empty");
  return kept;
}

std::string garbage_generator::broken(std::string_view valid) {
  static constexpr std::array<std::string_view, 12> pieces{
      "{", "}",       "\"",   "[",     "null",    ",",
      ":", "\\u0000", "\xff", "1e999", "\"id\":", std::string_view("\0", 1)};
  std::string text(valid);
  for (std::size_t changes = 1 + below(4); changes > 0 && !text.empty(); --changes) {
    const std::size_t at = below(text.size());
    const std::size_t length = 1 + below(std::min<std::size_t>(8, text.size() - at));
    switch (below(5)) {
      case 0:
        text[at] = static_cast<char>(below(256));
        break;
      case 1:
        text.erase(at, length);
        break;
      case 2:
        text.insert(at, text.substr(at, length));
        break;
      case 3:
        text.insert(at, pieces.at(below(pieces.size())));
        break;
      default:
        text.resize(at);
        break;
    }
  }
  return text;
}

std::vector<std::string> garbage_generator::broken_fields(const std::vector<std::string>& fields) {
  static constexpr std::array<std::string_view, 6> names{"type",  "envelope", "reply-to",
                                                         "x-ttl", "x-from",   ""};
  std::vector<std::string> made;
  for (std::size_t i = 0; i + 1 < fields.size(); i += 2) {
    const std::size_t times = below(8) == 0 ? below(3) : 1;
    for (std::size_t n = 0; n < times; ++n) {
      made.push_back(below(10) == 0 ? std::string(names.at(below(names.size()))) : fields[i]);
      made.push_back(below(4) == 0 ? broken(fields[i + 1]) : fields[i + 1]);
    }
    if (made.size() > 2 && below(6) == 0) std::rotate(made.begin(), made.begin() + 2, made.end());
  }
  if (made.empty()) made = {"nothing", "at all"};
  return made;
}

}  // namespace clamator::test
