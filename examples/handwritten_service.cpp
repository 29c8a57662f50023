// A contract written by hand, with no generator: structs, methods, and an interface that a class implements.
#include <iostream>
#include <string>
#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <boost/describe/class.hpp>

#include <clamator/memory/client.hpp>
#include <clamator/memory/server.hpp>

namespace asio = boost::asio;

struct AddParams {
  int a = 0;
  int b = 0;
};
BOOST_DESCRIBE_STRUCT(AddParams, (), (a, b))

struct AddResult {
  int sum = 0;
};
BOOST_DESCRIBE_STRUCT(AddResult, (), (sum))

struct CountParams {
  int from = 0;
  int to = 0;
};
constexpr auto describe_fields(clamator::type<CountParams>) {
  return clamator::fields<CountParams>(
      clamator::field("from", &CountParams::from, clamator::minimum(0)),
      clamator::field("to", &CountParams::to, clamator::maximum(1000)),
      clamator::check([](const CountParams& p) { return p.from <= p.to; }, "from must not be above to"));
}

struct CountResult {
  int count = 0;
};
BOOST_DESCRIBE_STRUCT(CountResult, (), (count))

// Params with a string have constructors: g++ 12 miscompiles such structs without, in a call that is
// co_awaited.
struct NoteParams {
  NoteParams() = default;
  explicit NoteParams(std::string words) : text(std::move(words)) {}
  std::string text;
};
BOOST_DESCRIBE_STRUCT(NoteParams, (), (text))

inline constexpr clamator::method<AddParams, AddResult> add{"arith.add"};
inline constexpr clamator::method<CountParams, CountResult> count{"arith.count"};
inline constexpr clamator::notification<NoteParams> note{"arith.note"};

// What an implementation derives from. A handler may also be plain, as count() is: no coroutine, it never
// waits.
struct ArithService {
  virtual ~ArithService() = default;
  virtual asio::awaitable<AddResult> add(AddParams params, clamator::call_context& context) = 0;
  virtual CountResult count(CountParams params) = 0;
  virtual void note(NoteParams params) = 0;
};

inline const clamator::contract<ArithService> arith_contract{
    "arith",
    clamator::handles(add, &ArithService::add),
    clamator::handles(count, &ArithService::count),
    clamator::handles(note, &ArithService::note),
};

struct Arith : ArithService {
  asio::awaitable<AddResult> add(AddParams params, clamator::call_context&) override {
    co_return AddResult{params.a + params.b};
  }
  CountResult count(CountParams params) override { return {params.to - params.from}; }
  void note(NoteParams params) override { std::cout << params.text << '\n'; }
};

asio::awaitable<void> run(asio::any_io_executor executor) {
  clamator::memory::bus bus;
  clamator::memory::server server{executor, bus};
  server.register_service(arith_contract, std::make_shared<Arith>());
  co_await server.start();
  clamator::memory::client client{executor, bus};
  co_await client.start();

  const AddResult sum = co_await client.call(add, {2, 3});
  std::cout << "2 + 3 = " << sum.sum << '\n';
  try {
    co_await client.call(count, {7, 5});
  } catch (const clamator::protocol_error& error) {
    std::cout << "not sent: " << error.what() << '\n';
  }
  co_await client.notify(note, NoteParams("hello"));
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
