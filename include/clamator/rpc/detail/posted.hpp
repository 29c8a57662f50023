// What is called once, later, on an executor whose type is not known here.
#pragma once

#include <memory>

#include <boost/asio/any_io_executor.hpp>

#include <clamator/export.hpp>
#include <clamator/protocol/recycled_memory.hpp>

namespace clamator::detail {

namespace asio = boost::asio;

class posted : public recycled {
 public:
  virtual ~posted() = default;
  // Frees `self` before it calls what may want the memory.
  virtual void run(std::unique_ptr<posted> self) = 0;
};

// As asio::post(). An any_io_executor copies what it is given into a function of its own and has that copied
// into an operation; with more than two under way both come from the heap. To an io_context this goes as one
// operation, in memory that is used again.
CLAMATOR_EXPORT void post(const asio::any_io_executor& executor, std::unique_ptr<posted> what);

}  // namespace clamator::detail
