// The contract's types where NAMESPACE says.
#include "till.hpp"

int main() {
  return shop::contracts::till::PayParams("one").amount == "one" ? 0 : 1;
}
