#include <string>
#include <vector>

#include "arith.hpp"
#include "connection.hpp"

namespace bench::over_nats {
namespace {

// One subscription takes all replies, as the library's own request function has it; the last part of a
// reply's subject is the call's slot.
class client {
 public:
  client(const peer& at, closed_loop& load)
      : connection_(connect(at)), subject_(subject_of(at)), load_(load) {
    natsInbox* made = nullptr;
    check(natsInbox_Create(&made), "making an inbox");
    const std::string inbox = std::string(made) + '.';
    natsInbox_Destroy(made);
    for (std::size_t slot = 0; slot < load.window(); ++slot) inboxes_.push_back(inbox + std::to_string(slot));
    prefix_ = inbox.size();
    subscription_ = subscribe(*connection_, inbox + '*', on_reply, this);
  }

  void start(std::size_t slot) {
    const add_params params{2, 3};
    const natsStatus status = natsConnection_PublishRequest(connection_.get(), subject_.c_str(),
                                                            inboxes_[slot].c_str(), &params, sizeof params);
    if (status != NATS_OK) load_.failed(std::string("sending a request: ") + natsStatus_GetText(status));
  }

 private:
  static void on_reply(natsConnection*, natsSubscription*, natsMsg* message, void* self) {
    const owned<natsMsg> reply(message);
    static_cast<client*>(self)->complete(*reply);
  }

  void complete(const natsMsg& reply) {
    try {
      if (content_of<add_result>(reply).sum != 5) throw std::runtime_error("2 + 3 is not 5 here");
      load_.completed(std::stoul(natsMsg_GetSubject(&reply) + prefix_));
    } catch (const std::exception& e) {
      load_.failed(e.what());
    }
  }

  owned<natsConnection> connection_;
  std::string subject_;
  closed_loop& load_;
  std::vector<std::string> inboxes_;
  std::size_t prefix_ = 0;
  owned<natsSubscription> subscription_;
};

}  // namespace

figures call(const peer& at, closed_loop& load) {
  client c(at, load);
  return load.run([&c](std::size_t slot) { c.start(slot); });
}

}  // namespace bench::over_nats
