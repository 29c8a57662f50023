// What a counted loop calls of the kernel's functions. It is not the library's own work, and is taken out of
// what is counted.
#pragma once

#include <cstdio>
#include <functional>

namespace bench::replay {

// What goes on while a loop sleeps; called again until there is something for it. Nothing: no loop may sleep.
void while_asleep(std::function<void()> go_on);

// From now on all that is sent or received is written to a file: a line with what it is, its socket and its
// size, then its bytes.
void keep_exchange(std::FILE* file);

}  // namespace bench::replay
