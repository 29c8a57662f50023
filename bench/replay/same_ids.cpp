// The ids of calls are the same in each run: what the system's random numbers are asked for here are not
// random. The linker leads calls of getrandom here.
#include <cstddef>
#include <random>

#include <sys/types.h>

// NOLINTNEXTLINE(bugprone-reserved-identifier,readability-identifier-naming): the linker's name
extern "C" ssize_t __wrap_getrandom(void* bytes, std::size_t count, unsigned) {
  static std::minstd_rand numbers(1);
  auto* const to = static_cast<unsigned char*>(bytes);
  for (std::size_t i = 0; i < count; ++i) to[i] = static_cast<unsigned char>(numbers() >> 8);
  return static_cast<ssize_t>(count);
}
