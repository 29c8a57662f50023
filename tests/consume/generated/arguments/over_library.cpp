// Types of one name, of two contracts, in one program.
#include "bank.hpp"
#include "till.hpp"

int main() {
  const bank::PayParams to_bank(7);
  const till::PayParams to_till("seven");
  return to_bank.amount == 7 && to_till.amount == "seven" ? 0 : 1;
}
