// The linker leads each call of these functions here first, to __wrap_send and so on.
#include "replay/outside.hpp"

#include <utility>

#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/timerfd.h>

#include "replay/allocations.hpp"

namespace {

std::function<void()> meanwhile;
std::FILE* exchange = nullptr;

ssize_t kept(const char* what, int descriptor, const void* bytes, ssize_t size) {
  if (exchange == nullptr || size <= 0) return size;
  std::fprintf(exchange, "%s %d %zd\n", what, descriptor, size);
  std::fwrite(bytes, 1, static_cast<std::size_t>(size), exchange);
  return size;
}

}  // namespace

namespace bench::replay {

void while_asleep(std::function<void()> go_on) {
  meanwhile = std::move(go_on);
}

void keep_exchange(std::FILE* file) {
  exchange = file;
}

}  // namespace bench::replay

// bench/replay/instructions.py names it to callgrind, which stops counting within. Only what is counted may
// get here: called by the other side, from inside of this, it would begin to count.
extern "C" [[gnu::noinline]] void clamator_not_counted(void (*run)(void*), void* what) {
  const bench::replay::counting outside(false);
  run(what);
}

namespace {

template <class Call>
auto outside(Call call) {
  if (!bench::replay::is_counted()) return call();
  decltype(call()) result{};
  auto work = [&] { result = call(); };
  clamator_not_counted([](void* what) { (*static_cast<decltype(work)*>(what))(); }, &work);
  return result;
}

}  // namespace

// NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming): the linker's names
extern "C" {

ssize_t __real_send(int descriptor, const void* bytes, std::size_t size, int flags);
ssize_t __real_recv(int descriptor, void* bytes, std::size_t most, int flags);
int __real_epoll_wait(int epoll, epoll_event* events, int most, int milliseconds);
int __real_epoll_ctl(int epoll, int operation, int descriptor, epoll_event* event);
int __real_setsockopt(int descriptor, int level, int name, const void* value, socklen_t size);
int __real_timerfd_settime(int timer, int flags, const itimerspec* when, itimerspec* before);

ssize_t __wrap_send(int descriptor, const void* bytes, std::size_t size, int flags) {
  return outside(
      [&] { return kept("sent", descriptor, bytes, __real_send(descriptor, bytes, size, flags)); });
}

ssize_t __wrap_recv(int descriptor, void* bytes, std::size_t most, int flags) {
  return outside(
      [&] { return kept("received", descriptor, bytes, __real_recv(descriptor, bytes, most, flags)); });
}

int __wrap_epoll_wait(int epoll, epoll_event* events, int most, int milliseconds) {
  return outside([&] {
    int ready = __real_epoll_wait(epoll, events, most, milliseconds);
    while (ready == 0 && milliseconds != 0 && meanwhile) {
      meanwhile();
      ready = __real_epoll_wait(epoll, events, most, milliseconds);
    }
    return ready;
  });
}

int __wrap_epoll_ctl(int epoll, int operation, int descriptor, epoll_event* event) {
  return outside([&] { return __real_epoll_ctl(epoll, operation, descriptor, event); });
}

int __wrap_setsockopt(int descriptor, int level, int name, const void* value, socklen_t size) {
  return outside([&] { return __real_setsockopt(descriptor, level, name, value, size); });
}

int __wrap_timerfd_settime(int timer, int flags, const itimerspec* when, itimerspec* before) {
  return outside([&] { return __real_timerfd_settime(timer, flags, when, before); });
}
}
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)
