#include "inventory.hpp"

#include <clamator/generated/codecs.hpp>

namespace inventory {

constexpr auto describe_fields(clamator::type<Item>) {
  return clamator::fields<Item>(
      clamator::constant("kind", "item"),
      clamator::field("name", &Item::name, clamator::min_length(1), clamator::pattern<"^[A-Z]">("^[A-Z]")),
      clamator::field("mail", &Item::mail, clamator::format::email),
      clamator::field("tags", &Item::tags, clamator::each(clamator::min_length(1)),
                      clamator::default_value([] { return Item().tags; })),
      clamator::unknown_keys::ignore);
}
constexpr auto describe_options(clamator::type<Entry>) {
  return clamator::first_match(clamator::option<Item>(), clamator::option<clamator::box<Tree>>(),
                               clamator::option<std::string>(clamator::min_length(3)));
}
constexpr auto describe_fields(clamator::type<Tree>) {
  return clamator::fields<Tree>(clamator::field("entries", &Tree::entries),
                                clamator::field("nothing", &Tree::nothing));
}
constexpr auto describe_options(clamator::type<Nothing>) {
  return clamator::first_match(clamator::option<std::nullptr_t>(), clamator::option<std::string>());
}

}  // namespace inventory

CLAMATOR_GENERATED_CODEC_BODY(inventory::Item)
CLAMATOR_GENERATED_CODEC_BODY(inventory::Entry)
CLAMATOR_GENERATED_CODEC_BODY(inventory::Tree)
CLAMATOR_GENERATED_CODEC_BODY(inventory::Nothing)

namespace inventory {

const clamator::method<Tree, Tree> echo{"inventory.echo"};
const clamator::contract<InventoryService> inventory_contract{
    "inventory", clamator::handles(echo, &InventoryService::echo)};

}  // namespace inventory
