#include "lift/order.hpp"

#include <algorithm>
#include <map>

#include "lift/uses.hpp"

namespace clamator::codegen {
namespace {

// Tarjan's strongly connected components, which come out with those that are held first.
class components {
 public:
  explicit components(std::vector<declaration>& declarations) : declarations_(declarations) {
    for (std::size_t i = 0; i < declarations.size(); ++i) at_.emplace(declarations[i].name, i);
    states_.resize(declarations.size());
  }

  std::vector<declaration> run() {
    for (std::size_t i = 0; i < declarations_.size(); ++i) {
      if (states_[i].number == 0) visit(i);
    }
    std::vector<declaration> ordered;
    ordered.reserve(order_.size());
    for (std::size_t i : order_) ordered.push_back(std::move(declarations_[i]));
    return ordered;
  }

 private:
  struct state {
    std::size_t number = 0;  // 0 where it was not visited
    std::size_t lowest = 0;
    bool open = false;
  };

  void visit(std::size_t i) {
    states_[i] = {++count_, count_, true};
    stack_.push_back(i);
    bool holds_itself = false;
    for (const std::string& name : names_used(*declarations_[i].type)) {
      const std::size_t used = at_.at(name);
      holds_itself = holds_itself || used == i;
      if (states_[used].number == 0) visit(used);
      if (states_[used].open) states_[i].lowest = std::min(states_[i].lowest, states_[used].lowest);
    }
    if (states_[i].lowest == states_[i].number) close(i, holds_itself);
  }

  void close(std::size_t root, bool holds_itself) {
    const auto begin = std::find(stack_.begin(), stack_.end(), root);
    std::vector<std::size_t> members(begin, stack_.end());
    stack_.erase(begin, stack_.end());
    std::sort(members.begin(), members.end());
    ++closed_;
    for (std::size_t i : members) {
      states_[i].open = false;
      declarations_[i].component = closed_;
      declarations_[i].recursive = holds_itself || members.size() > 1;
      order_.push_back(i);
    }
  }

  std::vector<declaration>& declarations_;
  std::map<std::string, std::size_t> at_;
  std::vector<state> states_;
  std::vector<std::size_t> stack_, order_;
  std::size_t count_ = 0, closed_ = 0;
};

}  // namespace

void order_declarations(std::vector<declaration>& declarations) {
  declarations = components(declarations).run();
}

}  // namespace clamator::codegen
