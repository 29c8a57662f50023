#include <re2/re2.h>

#include <clamator/generated/pattern.hpp>
#include <clamator/protocol/error.hpp>

namespace clamator::detail {
namespace {

re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

RE2::Options quiet_options() {
  RE2::Options options;
  options.set_log_errors(false);
  return options;
}

}  // namespace

struct compiled_pattern::expression {
  explicit expression(std::string_view source) : compiled(piece(source), quiet_options()) {}
  RE2 compiled;
};

compiled_pattern::compiled_pattern(std::string_view source)
    : expression_(std::make_unique<const expression>(source)) {
  if (expression_->compiled.ok()) return;
  throw usage_error("the pattern /" + std::string(source) +
                    "/ is none for RE2: " + expression_->compiled.error() +
                    "; change it in the contract and generate the code again");
}

compiled_pattern::~compiled_pattern() = default;

bool compiled_pattern::found_in(std::string_view text) const {
  return RE2::PartialMatch(piece(text), expression_->compiled);
}

}  // namespace clamator::detail
