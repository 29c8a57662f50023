// A resumable parser of RESP2 (https://redis.io/docs/latest/develop/reference/protocol-spec/) over a receive
// buffer. It does no I/O, copies no text and allocates only while its list of nodes grows to the largest
// reply so far. What it has looked at it does not look at again, so a reply may come in any slices.
//
// Many replies that stand in one buffer are walked without moving a byte:
//
//   std::size_t taken = 0;
//   while (parser.parse(received.view().substr(taken)) == parser::result::complete) {
//     handle(reply_view(parser.nodes(), received.view().substr(taken)));
//     taken += parser.consumed();
//     parser.next();
//   }
//   received.consume(taken);  // then read more, behind what is left of the buffer
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <clamator/export.hpp>
#include <clamator/redis/resp/node.hpp>

namespace clamator::redis::resp {

// What a peer may make the receiver hold. A length is checked when it is announced, before its bytes come.
struct parser_limits {
  // Bytes of one bulk string. Redis's own default for proto-max-bulk-len.
  std::size_t bulk_bytes = std::size_t{512} << 20;
  // Bytes of one simple string or error.
  std::size_t line_bytes = std::size_t{64} << 10;
  // Elements of one reply, those of nested arrays and the arrays themselves included; below 2^32.
  std::size_t elements = std::size_t{1} << 22;
};

// One for each stream of replies. Not for two threads at once.
class CLAMATOR_EXPORT parser {
 public:
  // How far a reply is.
  enum class result : unsigned char {
    complete,   // nodes() and consumed() are valid
    need_more,  // all bytes were looked at: call again when there are more
    malformed,  // this is not RESP2, or is over a limit: the connection is of no more use
  };

  // Arrays within arrays, the outermost included, that a reply may have.
  static constexpr std::size_t max_depth = 16;

  // At the beginning of a stream.
  explicit parser(parser_limits limits = {}) noexcept : limits_(limits) {}

  // Goes on where the last call stopped. `received` begins with the current reply's first byte and holds all
  // bytes since; it may stand elsewhere in memory than last time, and may not be shorter. Once the result is
  // complete it stays so until next(); malformed stays for good. Throws std::bad_alloc,
  // and the parser is of no more use then.
  result parse(std::string_view received);

  // The complete reply, never empty; its offsets count from the reply's first byte. Valid until next().
  std::span<const node> nodes() const noexcept { return nodes_; }

  // Bytes of the complete reply.
  std::size_t consumed() const noexcept { return at_; }

  // Bytes that a reply which is not complete has at the least, as far as its heads have said: a hint for the
  // receive buffer.
  std::size_t at_least() const noexcept {
    return in_bulk_ ? at_ + static_cast<std::size_t>(nodes_.back().value) + 2 : at_;
  }

  // Forgets the complete reply: the following parse() begins a new one, at the first byte it is given.
  void next() noexcept;

  // Why the bytes are malformed, for a message; empty while they are not. Contains none of the reply's text.
  std::string_view malformed_reason() const noexcept { return reason_; }

 private:
  struct open_array {
    std::size_t index;
    std::size_t missing;
  };

  void whole_elements(std::string_view received);
  bool step(std::string_view received);
  bool text_line(std::string_view received, kind type);
  bool integer_line(std::string_view received);
  bool bulk_head(std::string_view received);
  bool bulk_body(std::string_view received);
  bool array_head(std::string_view received);
  bool read_length(std::string_view received, std::int64_t& length);
  void add(kind type, std::size_t offset, std::int64_t value);
  void finish_element() noexcept;
  bool fail(std::string reason);

  parser_limits limits_;
  std::vector<node> nodes_;
  std::array<open_array, max_depth> open_{};
  std::size_t depth_ = 0;
  // Nodes that the reply has when it is complete, as far as its array heads have said.
  std::size_t announced_ = 1;
  // Of the first byte not parsed yet; in a bulk string's body, of that body's first byte.
  std::size_t at_ = 0;
  // Of the first byte that was not searched for the end of the line at at_.
  std::size_t searched_ = 0;
  bool in_bulk_ = false;
  result state_ = result::need_more;
  std::string reason_;
};

}  // namespace clamator::redis::resp
