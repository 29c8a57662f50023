// Requests that nobody could handle are kept: look why, mend it, and give them back to the servers.
#include <atomic>
#include <iostream>
#include <thread>

#include <boost/asio/use_future.hpp>

#include <clamator/redis/client.hpp>
#include <clamator/redis/dead_letters.hpp>
#include <clamator/redis/server.hpp>
#include <clamator/rpc/io_thread.hpp>

#include "arith.hpp"

using namespace arith;
using namespace std::chrono_literals;

int main() try {
  const auto wait = boost::asio::use_future;
  clamator::io_thread io;

  std::atomic<bool> disk_full = true;
  std::atomic<int> noted = 0;
  clamator::service service{"arith"};
  service.handle(methods::note, [&](const NoteParams& params) {
    if (disk_full) throw std::runtime_error("no space left for \"" + params.text + "\"");
    ++noted;
  });
  clamator::redis::server server{io.get_executor(), {.key_prefix = "my-app"}};
  server.register_service(std::move(service), {.max_attempts = 3});
  server.start(wait).get();
  clamator::redis::client client{io.get_executor(), {.key_prefix = "my-app"}};
  client.start(wait).get();
  for (const char* const text : {"one", "two", "three"})
    client.notify(methods::note, NoteParams{text}, {}, wait).get();

  clamator::redis::dead_letters letters{io.get_executor(), {.key_prefix = "my-app"}, "arith"};
  std::vector<clamator::redis::dead_letter> found;
  while (found.size() < 3) {
    std::this_thread::sleep_for(10ms);
    found = letters.list({}, 100, wait).get();  // the first 100; further ones are behind found.back().id
  }
  for (const clamator::redis::dead_letter& each : found)
    std::cout << each.id << ": " << each.reason << ", begun " << each.attempts << " times\n";

  letters.erase(found.front().id, wait).get();
  disk_full = false;
  std::cout << letters.requeue_all(wait).get() << " go back to the servers\n";
  while (noted < 2) std::this_thread::sleep_for(10ms);

  client.stop(wait).get();
  server.stop(wait).get();
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
