// Every file of the corpora through its target: what fuzzing found stays found.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "target.hpp"

namespace clamator::fuzz {
namespace {

struct named_target {
  const char* name;
  void (*run)(std::string_view input);
};

constexpr named_target all[] = {
    {"resp", resp_target},         {"entry", entry_target},     {"json", json_target},
    {"number", number_target},     {"request", request_target}, {"reply", reply_target},
    {"codec", codec_target},       {"url", url_target},
#ifdef CLAMATOR_FUZZ_DOCUMENT
    {"document", document_target},
#endif
};

std::vector<std::filesystem::path> corpus_of(const std::string& target) {
  std::vector<std::filesystem::path> files;
  for (const auto& file : std::filesystem::directory_iterator(CLAMATOR_FUZZ_CORPUS "/" + target)) {
    files.push_back(file.path());
  }
  std::ranges::sort(files);
  return files;
}

std::string content_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class replay : public testing::TestWithParam<named_target> {};

TEST_P(replay, finds_nothing) {
  const named_target& target = GetParam();
  EXPECT_NO_THROW(target.run({}));
  const auto files = corpus_of(target.name);
  EXPECT_FALSE(files.empty());
  for (const auto& file : files) {
    EXPECT_NO_THROW(target.run(content_of(file))) << file;
  }
}

INSTANTIATE_TEST_SUITE_P(corpus, replay, testing::ValuesIn(all),
                         [](const auto& given) { return std::string(given.param.name); });

}  // namespace
}  // namespace clamator::fuzz
