#include <utility>

#include <boost/asio/bind_allocator.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <clamator/rpc/detail/posted.hpp>

namespace clamator::detail {
namespace {

template <class T>
struct recycling {
  using value_type = T;
  recycling() = default;
  template <class U>
  explicit(false) recycling(const recycling<U>&) noexcept {}
  T* allocate(std::size_t count) { return static_cast<T*>(allocate_recycled(count * sizeof(T))); }
  void deallocate(T* block, std::size_t count) noexcept { free_recycled(block, count * sizeof(T)); }
  friend bool operator==(recycling, recycling) noexcept { return true; }
};

}  // namespace

void post(const asio::any_io_executor& executor, std::unique_ptr<posted> what) {
  auto run = [what = std::move(what)]() mutable {
    posted& self = *what;
    self.run(std::move(what));
  };
  if (const auto* const known = executor.target<asio::io_context::executor_type>())
    return asio::post(*known, asio::bind_allocator(recycling<void>(), std::move(run)));
  asio::post(executor, std::move(run));
}

}  // namespace clamator::detail
