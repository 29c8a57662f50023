#include "replay/counted_run.hpp"

#include "replay/allocations.hpp"

[[gnu::noinline]] void clamator_counted_run(boost::asio::io_context& context) {
  const bench::replay::counting here(true);
  context.restart();
  context.run();
}
