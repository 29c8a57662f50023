// Bytes that are no message, or one that is broken.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace clamator::test {

// What fuzzing has kept, of all targets whose input may stand in an entry.
std::vector<std::string> kept_garbage();

// The same seed gives the same garbage.
class garbage_generator {
 public:
  explicit garbage_generator(std::uint64_t seed) : random_(seed) {}

  // `valid` with some of its bytes changed, removed, repeated or put in.
  std::string broken(std::string_view valid);
  // Fields of an entry: those given, some of them missing, twice, renamed, or in another order.
  std::vector<std::string> broken_fields(const std::vector<std::string>& fields);

 private:
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(random_() % bound); }

  std::mt19937_64 random_;
};

}  // namespace clamator::test
