#include <boost/asio/execution_context.hpp>
#include <boost/asio/query.hpp>

#include <clamator/rpc/detail/weak_executor.hpp>

namespace clamator::detail {

// All weak executors of one execution context. It lives on behind the context, for those who come then.
class weak_executor_roster {
 public:
  void add(weak_executor& member) {
    const std::lock_guard lock(mutex_);
    members_.push_back(member);
  }

  void remove(weak_executor& member) {
    const std::lock_guard lock(mutex_);
    if (member.is_linked()) members_.erase(members_.iterator_to(member));
    member.target_ = nullptr;
  }

  void close() {
    const std::lock_guard lock(mutex_);
    members_.clear_and_dispose([](weak_executor* member) { member->target_ = nullptr; });
  }

  // Held while something is posted, so that the context does not go meanwhile.
  std::unique_lock<std::recursive_mutex> lock() { return std::unique_lock(mutex_); }

 private:
  // A context that is being destroyed destroys at once what is posted to it, which may own a member.
  std::recursive_mutex mutex_;
  boost::intrusive::list<weak_executor> members_;
};

namespace {

class roster_service final : public asio::execution_context::service {
 public:
  using key_type = roster_service;
  static asio::execution_context::id id;

  explicit roster_service(asio::execution_context& owner) : service(owner) {}
  void shutdown() override { roster->close(); }

  const std::shared_ptr<weak_executor_roster> roster = std::make_shared<weak_executor_roster>();
};
asio::execution_context::id roster_service::id;

asio::execution_context& context_of(const asio::any_io_executor& executor) {
  return asio::query(executor, asio::execution::context);
}

}  // namespace

weak_executor::weak_executor(asio::any_io_executor target)
    : target_(std::move(target)), roster_(asio::use_service<roster_service>(context_of(target_)).roster) {
  roster_->add(*this);
}

weak_executor::weak_executor(asio::any_io_executor target, const asio::any_io_executor& caller)
    : target_(std::move(target)),
      roster_(&context_of(target_) == &context_of(caller)
                  ? nullptr
                  : asio::use_service<roster_service>(context_of(target_)).roster) {
  if (roster_) roster_->add(*this);
}

weak_executor::~weak_executor() {
  if (roster_) roster_->remove(*this);
}

std::unique_lock<std::recursive_mutex> weak_executor::lock() {
  return roster_->lock();
}

}  // namespace clamator::detail
