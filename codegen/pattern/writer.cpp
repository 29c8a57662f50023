#include "pattern/writer.hpp"

#include <string_view>

namespace clamator::codegen {
namespace {

bool is_printable(char32_t point) {
  return point >= 0x20 && point < 0x7F;
}

bool is_one_of(char32_t point, std::string_view marks) {
  return is_printable(point) && marks.find(static_cast<char>(point)) != std::string_view::npos;
}

// Text has no surrogates, so a set may have them or not: whichever makes fewer ranges.
code_points without_gap(const code_points& of) {
  constexpr code_range surrogates{0xD800, 0xDFFF};
  auto filled = of;
  filled.add(surrogates.first, surrogates.last);
  if (of.contains(surrogates.first - 1) && of.contains(surrogates.last + 1)) return filled;
  auto outside = of.complement();
  outside.add(surrogates.first, surrogates.last);
  return outside.complement();
}

std::string repeats(const repetition& of) {
  if (!of.most && of.least == 0) return "*";
  if (!of.most && of.least == 1) return "+";
  if (of.most == 1U && of.least == 0) return "?";
  std::string text = "{" + std::to_string(of.least);
  if (!of.most) text += ',';
  if (of.most && *of.most != of.least) text += ',' + std::to_string(*of.most);
  return text + '}';
}

}  // namespace

std::string pattern_writer::written(const expression& of, edges at) {
  if (const auto* set = std::get_if<character_set>(&of.what)) return written(*set);
  if (const auto* anchor = std::get_if<assertion>(&of.what)) return asserted(*anchor, at);
  if (const auto* items = std::get_if<sequence>(&of.what)) return written(*items, at);
  if (const auto* options = std::get_if<alternatives>(&of.what)) return written(*options, at);
  return written(std::get<repetition>(of.what), at);
}

std::string pattern_writer::written(const sequence& of, edges at) {
  std::string text;
  for (std::size_t i = 0; i < of.items.size(); ++i) {
    const edges inner{at.first && i == 0, at.last && i + 1 == of.items.size()};
    const bool loose = std::holds_alternative<alternatives>(of.items[i].what);
    text += loose ? grouped(of.items[i], inner) : written(of.items[i], inner);
  }
  return text;
}

std::string pattern_writer::written(const alternatives& of, edges at) {
  std::string text;
  for (std::size_t i = 0; i < of.options.size(); ++i) {
    const bool loose = std::holds_alternative<alternatives>(of.options[i].what);
    if (i > 0) text += '|';
    text += loose ? grouped(of.options[i], at) : written(of.options[i], at);
  }
  return text;
}

std::string pattern_writer::written(const repetition& of, edges at) {
  const bool once = of.most && *of.most <= 1;
  const edges inner = once ? at : edges{};
  const auto& item = of.item.front();
  const bool atomic = std::holds_alternative<character_set>(item.what);
  return (atomic ? written(item, inner) : grouped(item, inner)) + repeats(of) + (of.lazy ? "?" : "");
}

std::string pattern_writer::grouped(const expression& of, edges at) {
  return "(?:" + written(of, at) + ')';
}

std::string pattern_writer::written(const character_set& of) {
  if (!of.properties.empty()) {
    std::string further;
    for (const auto& each : of.properties) further += property(each);
    if (of.properties.size() == 1 && of.points.ranges().empty() && !of.negated) return further;
    return bracketed(without_gap(of.points), of.negated, further);
  }
  const auto points = without_gap(of.negated ? of.points.complement() : of.points);
  const auto& ranges = points.ranges();
  if (ranges.empty()) return bracketed({{0, last_code_point}}, true, "");
  if (ranges.size() == 1 && ranges.front().first == ranges.front().last) return literal(ranges.front().first);
  const bool all = points.complement().ranges().empty();
  const bool to_the_end = ranges.back().last == last_code_point;
  return to_the_end && !all ? bracketed(points.complement(), true, "") : bracketed(points, false, "");
}

std::string pattern_writer::bracketed(const code_points& points, bool negated,
                                      const std::string& further) const {
  std::string text = negated ? "[^" : "[";
  for (const auto& range : points.ranges()) {
    text += member(range.first);
    if (range.last == range.first) continue;
    if (range.last > range.first + 1) text += '-';
    text += member(range.last);
  }
  return text + further + ']';
}

std::string pattern_writer::literal(char32_t point) const {
  if (!is_printable(point)) return escaped(point);
  const std::string text(1, static_cast<char>(point));
  return is_one_of(point, "\\.^$|?*+()[]{}") ? '\\' + text : text;
}

// Python warns of marks that could be set operations one day, so they are escaped as well.
std::string pattern_writer::member(char32_t point) const {
  if (!is_printable(point)) return escaped(point);
  const std::string text(1, static_cast<char>(point));
  return is_one_of(point, "\\^-[]&~|") ? '\\' + text : text;
}

}  // namespace clamator::codegen
