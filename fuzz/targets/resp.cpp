// The RESP parser says the same of bytes that come at once and in slices, and what it says is in bounds.
#include <algorithm>
#include <vector>

#include <clamator/redis/resp/command.hpp>
#include <clamator/redis/resp/parser.hpp>
#include <clamator/redis/resp/reply.hpp>

#include "target.hpp"

namespace clamator::fuzz {
namespace {

using redis::resp::kind;
using redis::resp::node;
using redis::resp::parser;
using redis::resp::parser_limits;
using redis::resp::reply_view;

// Small, so that few bytes reach them.
constexpr parser_limits limits{.bulk_bytes = 1000, .line_bytes = 40, .elements = 60};

struct parsed {
  std::vector<node> nodes;
  std::size_t consumed = 0;
};

struct verdict {
  std::vector<parsed> replies;
  parser::result last = parser::result::need_more;
  std::string reason;
};

// The sizes of slices: one of a fixed size, or a pseudo-random run of them.
class slicing {
 public:
  explicit slicing(unsigned char seed) : seed_(seed), state_(seed * 2654435761U + 1) {}
  std::size_t next() {
    if (seed_ < 8) return std::size_t{seed_} + 1;
    state_ = state_ * 1664525U + 1013904223U;
    return 1 + (state_ >> 24) % (seed_ < 64 ? 16 : 200);
  }

 private:
  unsigned char seed_;
  unsigned state_;
};

std::size_t count_nodes(reply_view reply) {
  std::size_t count = 1;
  std::size_t elements = 0;
  for (const reply_view element : reply) {
    require(reply[elements].type() == element.type(), "an element by its index is the one by its place");
    count += count_nodes(element);
    ++elements;
  }
  require(elements == reply.size(), "an array has as many elements as it says");
  if (reply.type() == kind::integer) require(reply.as_integer() == reply.integer(), "an integer is one");
  return count;
}

void check_reply(const std::vector<node>& nodes, std::string_view bytes) {
  for (const node& each : nodes) {
    const bool text = each.type == kind::bulk || each.type == kind::simple_string || each.type == kind::error;
    require(!text || each.offset + static_cast<std::size_t>(each.value) + 2 <= bytes.size(),
            "a text stands within its reply");
    require(each.span >= 1 && each.span <= nodes.size(), "a span stays within its reply");
  }
  require(count_nodes(reply_view(nodes, bytes)) == nodes.size(), "the tree has all nodes, once");
}

// All replies in `bytes`, of which at first only `sizes` slices are there; nullptr: all at once. The bytes
// are copied, so that AddressSanitizer sees a step beyond them.
verdict read_all(std::string_view bytes, slicing* sizes) {
  verdict found;
  parser reading(limits);
  std::size_t taken = 0;
  std::size_t there = sizes == nullptr ? bytes.size() : 0;
  for (;;) {
    const std::vector<char> received(bytes.begin() + static_cast<std::ptrdiff_t>(taken),
                                     bytes.begin() + static_cast<std::ptrdiff_t>(there));
    const std::string_view view(received.data(), received.size());
    found.last = reading.parse(view);
    require(reading.parse(view) == found.last, "parsing again changes nothing");
    if (found.last == parser::result::complete) {
      const std::vector<node> nodes(reading.nodes().begin(), reading.nodes().end());
      require(reading.consumed() <= view.size(), "a reply ends within what came");
      check_reply(nodes, view.substr(0, reading.consumed()));
      found.replies.push_back({nodes, reading.consumed()});
      taken += reading.consumed();
      reading.next();
    } else if (found.last == parser::result::malformed || there == bytes.size()) {
      found.reason = reading.malformed_reason();
      require(found.reason.empty() == (found.last != parser::result::malformed),
              "what is malformed has a reason");
      return found;
    } else {
      there = std::min(bytes.size(), there + sizes->next());
    }
  }
}

bool same(const node& a, const node& b) {
  return a.type == b.type && a.span == b.span && a.offset == b.offset && a.value == b.value;
}

bool same(const verdict& a, const verdict& b) {
  return a.last == b.last && a.reason == b.reason &&
         std::ranges::equal(a.replies, b.replies, [](const parsed& x, const parsed& y) {
           return x.consumed == y.consumed &&
                  std::ranges::equal(x.nodes, y.nodes,
                                     [](const node& m, const node& n) { return same(m, n); });
         });
}

// Arguments of any bytes come back out of the command that they were written into.
void check_command(std::string_view bytes) {
  const std::string_view first = bytes.substr(0, bytes.size() / 2);
  const std::string_view second = bytes.substr(bytes.size() / 2);
  buffer command;
  redis::resp::append_command(command, {first, second});
  parser reading;
  require(reading.parse(command.view()) == parser::result::complete, "a command is RESP");
  require(reading.consumed() == command.size(), "a command is one array");
  const reply_view written(reading.nodes(), command.view());
  require(written.size() == 2 && written[0].text() == first && written[1].text() == second,
          "a command holds its arguments");
}

}  // namespace

// The first byte chooses the slices.
void resp_target(std::string_view input) {
  if (input.empty()) return;
  slicing sizes(static_cast<unsigned char>(input.front()));
  const std::string_view bytes = input.substr(1);
  require(same(read_all(bytes, nullptr), read_all(bytes, &sizes)), "slices do not matter");
  check_command(bytes);
}

}  // namespace clamator::fuzz
