#include "simulation/kernel.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>
#include <utility>

#include <boost/asio/steady_timer.hpp>
#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <unistd.h>

namespace clamator::simulation {
namespace {

// What an epoll knows of a descriptor. All are edge-triggered, as Asio has them.
struct watched {
  int epoll = -1;
  epoll_data_t data{};
  std::uint32_t news = 0;
};

class connection final : public far_end {
 public:
  explicit connection(int descriptor) : near_(descriptor) {}

  std::string take() override { return std::exchange(to_far_, {}); }
  bool over() const override { return near_ < 0 || far_closed_; }
  void send(std::string_view bytes) override;
  void close() override;

  void near_closed();
  ssize_t near_sends(const char* bytes, std::size_t size);
  ssize_t near_receives(char* bytes, std::size_t most);
  void near_wants(int bytes_at_once);
  bool readable() const { return far_closed_ || to_near_.size() >= low_water_; }

 private:
  int near_;
  std::size_t low_water_ = 1;
  bool far_closed_ = false;
  std::string to_far_;
  std::string to_near_;
};

struct event_loop {
  int timer = -1;
  epoll_data_t timer_data{};
  time_point due = time_point::max();
  std::vector<int> ready{};
};

bool is_listening = true;
std::map<int, event_loop> loops;  // by the descriptor of their epoll
int newest_loop = -1;
std::map<int, watched> descriptors;
std::map<int, std::shared_ptr<connection>> connections;  // by their near end
std::vector<std::shared_ptr<far_end>> made;
std::vector<far_end*> heard_of;

void happened(int descriptor, std::uint32_t what) {
  const auto found = descriptors.find(descriptor);
  if (found == descriptors.end()) return;
  watched& by = found->second;
  const auto loop = loops.find(by.epoll);
  if (loop == loops.end()) return;
  if (by.news == 0) loop->second.ready.push_back(descriptor);
  by.news |= what;
}

void hear(connection* from) {
  if (std::find(heard_of.begin(), heard_of.end(), from) == heard_of.end()) heard_of.push_back(from);
}

void connection::send(std::string_view bytes) {
  if (over()) return;
  to_near_ += bytes;
  if (readable()) happened(near_, EPOLLIN);
}

void connection::close() {
  if (!std::exchange(far_closed_, true) && near_ >= 0) happened(near_, EPOLLIN | EPOLLRDHUP | EPOLLHUP);
}

void connection::near_closed() {
  near_ = -1;
  if (!far_closed_) hear(this);
}

ssize_t connection::near_sends(const char* bytes, std::size_t size) {
  if (far_closed_) {
    errno = EPIPE;
    return -1;
  }
  to_far_.append(bytes, size);
  hear(this);
  return static_cast<ssize_t>(size);
}

ssize_t connection::near_receives(char* bytes, std::size_t most) {
  if (to_near_.empty() && !far_closed_) {
    errno = EAGAIN;
    return -1;
  }
  const std::size_t size = std::min(most, to_near_.size());
  std::memcpy(bytes, to_near_.data(), size);
  to_near_.erase(0, size);
  return static_cast<ssize_t>(size);
}

void connection::near_wants(int bytes_at_once) {
  low_water_ = static_cast<std::size_t>(bytes_at_once);
  if (readable()) happened(near_, EPOLLIN);
}

connection* find(int descriptor) {
  const auto found = connections.find(descriptor);
  return found == connections.end() ? nullptr : found->second.get();
}

int connect_to_redis(int descriptor) {
  if (!is_listening) {
    errno = ECONNREFUSED;
    return -1;
  }
  const auto link = std::make_shared<connection>(descriptor);
  connections[descriptor] = link;
  made.push_back(link);
  happened(descriptor, EPOLLOUT);
  return 0;
}

int close_descriptor(int descriptor) {
  descriptors.erase(descriptor);
  loops.erase(descriptor);
  if (const auto found = connections.find(descriptor); found != connections.end()) {
    found->second->near_closed();
    connections.erase(found);
  }
  return static_cast<int>(::syscall(SYS_close, descriptor));
}

int wait(int epoll, epoll_event* events, int most) {
  event_loop& loop = loops.at(epoll);
  int count = 0;
  if (loop.due <= virtual_time::now()) events[count++] = {.events = EPOLLIN, .data = loop.timer_data};
  std::size_t seen = 0;
  for (; seen < loop.ready.size() && count < most; ++seen) {
    const auto found = descriptors.find(loop.ready[seen]);
    if (found == descriptors.end() || found->second.epoll != epoll) continue;
    events[count++] = {.events = std::exchange(found->second.news, 0U), .data = found->second.data};
  }
  loop.ready.erase(loop.ready.begin(), loop.ready.begin() + static_cast<std::ptrdiff_t>(seen));
  return count;
}

// Where a number is wanted that nothing else has, and that can be closed.
int any_descriptor() {
  return ::open("/dev/null", O_RDWR | O_CLOEXEC);
}

int make_loop() {
  const int number = any_descriptor();
  if (number >= 0) loops[newest_loop = number] = {};
  return number;
}

// Of the loop that was made last, as Asio does it.
int make_timer() {
  const int number = any_descriptor();
  if (number >= 0) loops[newest_loop].timer = number;
  return number;
}

int set_timer(int timer, int flags, const itimerspec& when) {
  for (auto& [epoll, loop] : loops) {
    if (loop.timer != timer) continue;
    const auto after =
        std::chrono::seconds(when.it_value.tv_sec) + std::chrono::nanoseconds(when.it_value.tv_nsec);
    loop.due = virtual_time::now();
    if ((flags & TFD_TIMER_ABSTIME) == 0) loop.due += after;
    return 0;
  }
  errno = EBADF;
  return -1;
}

// What is watched anew is looked at once. Beside sockets that is what interrupts the loop, which is always
// ready.
int control(int epoll, int operation, int descriptor, const epoll_event* event) {
  const auto found = loops.find(epoll);
  if (found != loops.end() && found->second.timer == descriptor) {
    if (event != nullptr) found->second.timer_data = event->data;
    return 0;
  }
  if (operation == EPOLL_CTL_DEL) {
    descriptors.erase(descriptor);
    return 0;
  }
  watched& by = descriptors[descriptor];
  by.epoll = epoll;
  by.data = event->data;
  const connection* const link = find(descriptor);
  const std::uint32_t in = link == nullptr || link->readable() ? EPOLLIN : 0U;
  const std::uint32_t now = in | (event->events & EPOLLOUT);
  if (now != 0) happened(descriptor, now);
  return 0;
}

}  // namespace

void kernel::listen(bool listening) noexcept {
  is_listening = listening;
}

std::vector<std::shared_ptr<far_end>> kernel::accept() {
  return std::exchange(made, {});
}

std::vector<far_end*> kernel::heard() {
  return std::exchange(heard_of, {});
}

// A context opens its epoll when it is first asked for a timer.
loop_events::loop_events(boost::asio::io_context& context) {
  const boost::asio::steady_timer opens_it(context);
  epoll_ = newest_loop;
}

time_point loop_events::next_timer() const noexcept {
  return loops.at(epoll_).due;
}

}  // namespace clamator::simulation

extern "C" {

int epoll_create1(int) noexcept {
  return clamator::simulation::make_loop();
}

int epoll_ctl(int epoll, int operation, int descriptor, epoll_event* event) noexcept {
  return clamator::simulation::control(epoll, operation, descriptor, event);
}

int epoll_wait(int epoll, epoll_event* events, int most, int) {
  return clamator::simulation::wait(epoll, events, most);
}

int timerfd_create(clockid_t, int) noexcept {
  return clamator::simulation::make_timer();
}

int timerfd_settime(int timer, int flags, const itimerspec* when, itimerspec*) noexcept {
  return clamator::simulation::set_timer(timer, flags, *when);
}

int connect(int descriptor, const sockaddr*, socklen_t) {
  return clamator::simulation::connect_to_redis(descriptor);
}

ssize_t send(int descriptor, const void* bytes, std::size_t size, int) {
  auto* const link = clamator::simulation::find(descriptor);
  return link->near_sends(static_cast<const char*>(bytes), size);
}

ssize_t recv(int descriptor, void* bytes, std::size_t most, int) {
  auto* const link = clamator::simulation::find(descriptor);
  return link->near_receives(static_cast<char*>(bytes), most);
}

// Of what sockets can be told, only how many bytes are to wake whoever waits matters here.
int setsockopt(int descriptor, int level, int name, const void* value, socklen_t) noexcept {
  auto* const link = clamator::simulation::find(descriptor);
  if (link != nullptr && level == SOL_SOCKET && name == SO_RCVLOWAT)
    link->near_wants(*static_cast<const int*>(value));
  return 0;
}

int close(int descriptor) {
  return clamator::simulation::close_descriptor(descriptor);
}
}
