#include "faults/noted_calls.hpp"

#include <map>
#include <mutex>

#include "workload/eventually.hpp"

namespace clamator::test {
namespace {

using clock = std::chrono::steady_clock;

// Far more than a busy machine takes to notice that a time is over.
constexpr std::chrono::seconds leeway{5};

// How a call ended that ended so.
std::string name_of(const std::exception_ptr& problem) {
  try {
    std::rethrow_exception(problem);
  } catch (const rpc_error& error) {
    return "rpc_error:" + std::to_string(error.code()) + " " + soak::in_one_line(error.what());
  } catch (const protocol_error& error) {
    return std::string(to_string(error.code())) + " " + soak::in_one_line(error.what());
  } catch (const transport_error& error) {
    return std::string(to_string(error.code())) + " " + soak::in_one_line(error.what());
  } catch (const std::exception& error) {
    return "exception " + soak::in_one_line(error.what());
  }
}

}  // namespace

struct noted_calls::book {
  explicit book(const std::filesystem::path& file) : journal(file) {}

  void launched(std::int64_t number, const char* kind) {
    const std::lock_guard lock(mutex);
    journal.write("launched " + std::to_string(number) + " " + kind);
  }
  void ended(std::int64_t number, const std::string& how, clock::time_point deadline) {
    const auto late_by = clock::now() - deadline;
    const std::lock_guard lock(mutex);
    journal.write("ended " + std::to_string(number) + " " + how);
    ++count;
    ++endings[how.substr(0, how.find(' '))];
    if (late_by > leeway) late.push_back(std::to_string(number) + " as " + how);
  }

  mutable std::mutex mutex;
  soak::journal journal;
  std::size_t count = 0;
  std::map<std::string, std::size_t> endings;
  std::vector<std::string> late;
};

noted_calls::noted_calls(running_client& client, const std::filesystem::path& journal)
    : client_(client), book_(std::make_shared<book>(journal)) {}

void noted_calls::call(std::int64_t number, std::chrono::milliseconds timeout) {
  ++launched_;
  book_->launched(number, "call");
  const auto deadline = clock::now() + timeout;
  (*client_).call(
      work_run, job(number), {.timeout = timeout},
      [number, deadline, book = book_](const std::exception_ptr& problem, const job_result& result) {
        const bool own = result.number == number;
        book->ended(number, problem ? name_of(problem) : own ? "result" : "wrong_result", deadline);
      });
}

void noted_calls::note(std::int64_t number, std::chrono::milliseconds timeout) {
  ++launched_;
  book_->launched(number, "note");
  const auto deadline = clock::now() + timeout;
  (*client_).notify(work_note, job(number), {.timeout = timeout},
                    [number, deadline, book = book_](const std::exception_ptr& problem) {
                      book->ended(number, problem ? name_of(problem) : "noted", deadline);
                    });
}

void noted_calls::call_many(std::int64_t first, std::size_t count, std::chrono::milliseconds timeout) {
  for (std::size_t i = 0; i < count; ++i) call(first + static_cast<std::int64_t>(i), timeout);
}

void noted_calls::wait_ended(std::size_t count) const {
  try {
    eventually(std::to_string(count) + " calls ended", [&] { return ended() >= count; });
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(error.what() + ("; there are " + endings()));
  }
}

void noted_calls::wait_ended() const {
  wait_ended(launched_);
}

std::size_t noted_calls::ended() const {
  const std::lock_guard lock(book_->mutex);
  return book_->count;
}

std::size_t noted_calls::ended_as(std::string_view how) const {
  const std::lock_guard lock(book_->mutex);
  std::size_t count = 0;
  for (const auto& [name, times] : book_->endings) {
    if (name.starts_with(how)) count += times;
  }
  return count;
}

std::string noted_calls::endings() const {
  const std::lock_guard lock(book_->mutex);
  std::string text;
  for (const auto& [name, times] : book_->endings) text += std::to_string(times) + " " + name + ", ";
  return text + "of " + std::to_string(launched_);
}

std::vector<std::string> noted_calls::late() const {
  const std::lock_guard lock(book_->mutex);
  return book_->late;
}

}  // namespace clamator::test
