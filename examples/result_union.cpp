// A result that is one of several things, an enum with its text, and what stands in a refusal of the
// contract's.
#include <iostream>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include <clamator/memory/client.hpp>
#include <clamator/memory/server.hpp>

#include "library.hpp"

namespace asio = boost::asio;
using namespace library;

const std::string atlas = "4b2ee13f-2a0c-4c0f-9f0a-1c1c33b6e1a5";
const std::string novel = "0d9e5a50-6a37-4b52-8f5b-6a3f7c1de2b4";

struct Library : LibraryService {
  asio::awaitable<LendResult> lend(LendParams params, clamator::call_context&) override {
    if (params.book_id == atlas) co_return LendResultRefused(LendResultRefusedReason::reserved);
    co_return LendResultLent("2024-05-31");
  }
  asio::awaitable<void> returned(ReturnedParams params, clamator::call_context&) override {
    std::cout << params.book_id << " is back\n";
    co_return;
  }
};

asio::awaitable<void> borrow(LibraryClient library, std::string book, std::int64_t days) {
  try {
    const LendResult result = co_await library.lend({book, days});
    if (const auto* lent = std::get_if<LendResultLent>(&result)) {
      std::cout << "lent until " << lent->due << '\n';
    } else {
      std::cout << "refused: " << to_string(std::get<LendResultRefused>(result).reason) << '\n';
    }
  } catch (const clamator::protocol_error& error) {
    for (const clamator::issue& issue : error.issues().items()) {
      std::cout << issue.path << ' ' << issue.message << ", found " << issue.found << '\n';
    }
  }
}

asio::awaitable<void> run(asio::any_io_executor executor) {
  clamator::memory::bus bus;
  clamator::memory::server server{executor, bus};
  server.register_service(library_contract, std::make_shared<Library>());
  co_await server.start();
  clamator::memory::client client{executor, bus};
  co_await client.start();

  LibraryClient library{client};
  co_await borrow(library, novel, 14);
  co_await borrow(library, atlas, 14);
  co_await borrow(library, "the blue one", 90);
  co_await library.returned({novel});

  co_await client.stop();
  co_await server.stop();
}

int main() try {
  asio::io_context context;
  auto done = asio::co_spawn(context, run(context.get_executor()), asio::use_future);
  context.run();
  done.get();
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
