#include "server.hpp"

#include <stdexcept>
#include <string_view>
#include <vector>

#include "connection.hpp"
#include "envelope.hpp"

namespace bench_floor {
namespace {

constexpr std::string_view group = "arith";

void create_group(connection& redis, const std::string& stream) {
  redis.append({"XGROUP", "CREATE", stream, group, "0", "MKSTREAM"});
  try {
    redis.read();
  } catch (const std::runtime_error& e) {
    if (!std::string_view(e.what()).starts_with("BUSYGROUP")) throw;
  }
}

class server {
 public:
  explicit server(const load& work)
      : redis_(work.port),
        stream_(work.prefix + ":cmds:arith"),
        reply_maxlen_(work.reply_maxlen),
        request_(envelope::request(work.payload)),
        reply_(envelope::reply(work.payload)) {
    create_group(redis_, stream_);
  }

  void answer_one_batch() {
    redis_.append({"XREADGROUP", "GROUP", group, "arith:floor", "COUNT", "512", "BLOCK", "1000", "STREAMS",
                   stream_, ">"});
    const reply_ptr batch = redis_.read();
    const auto entries = entries_of(*batch);
    if (entries.empty()) return;
    for (const redisReply* entry : entries) append_reply(*entry);
    append_with_ids({"XACK", stream_, group}, entries);
    append_with_ids({"XDEL", stream_}, entries);
    redis_.read_all(entries.size() + 2);
  }

 private:
  void append_reply(const redisReply& entry) {
    reply_.set_id(request_.id_in(field_of(entry, "envelope")));
    redis_.append({"XADD", field_of(entry, "reply-to"), "MAXLEN", "~", reply_maxlen_, "*", "type", "rpc",
                   "envelope", reply_.text()});
  }

  void append_with_ids(std::initializer_list<std::string_view> head, std::span<redisReply* const> entries) {
    arguments_.assign(head);
    for (const redisReply* entry : entries) arguments_.push_back(text_of(*entry->element[0]));
    redis_.append(arguments_);
  }

  connection redis_;
  std::string stream_;
  std::string reply_maxlen_;
  const envelope request_;
  envelope reply_;
  std::vector<std::string_view> arguments_;
};

}  // namespace

void serve(const load& work) {
  server s(work);
  for (;;) s.answer_one_batch();
}

}  // namespace bench_floor
