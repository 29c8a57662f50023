#include <clamator/protocol/codec/container.hpp>
#include <clamator/protocol/codec/json_value.hpp>

namespace clamator::detail {
namespace {

void read_number(json::reader& in, boost::json::value& out, issue_list& issues) {
  using kind = json::number::kind_t;
  const json::number number = in.read_number();
  if (number.kind() == kind::int64) {
    out.emplace_int64() = *number.as_int64();
  } else if (number.kind() == kind::uint64) {
    out.emplace_uint64() = *number.as_uint64();
  } else if (const std::optional<double> value = number.as_double()) {
    out.emplace_double() = *value;
  } else {
    issues.add("number out of range", found_text(number.text()));
  }
}

}  // namespace

void codec_for<boost::json::value>::read(json::reader& in, boost::json::value& out, issue_list& issues) {
  switch (in.peek()) {
    case json::token::null:
      out.emplace_null();
      return in.read_null();
    case json::token::boolean:
      out.emplace_bool() = in.read_bool();
      return;
    case json::token::number:
      return read_number(in, out, issues);
    case json::token::string: {
      const std::string_view text = in.read_string();
      out.emplace_string().assign(text.data(), text.size());
      return;
    }
    case json::token::array:
      return codec_for<boost::json::array>::read(in, out.emplace_array(), issues);
    case json::token::object:
      return codec_for<boost::json::object>::read(in, out.emplace_object(), issues);
    case json::token::end:
    case json::token::invalid:
      in.skip();  // which says what is wrong
  }
}

void codec_for<boost::json::array>::read(json::reader& in, boost::json::array& out, issue_list& issues) {
  out.clear();
  if (!open_array(in, issues)) return;
  for (std::size_t index = 0; in.next_element(); ++index) {
    const std::size_t mark = issues.mark();
    codec_for<boost::json::value>::read(in, out.emplace_back(nullptr), issues);
    issues.prefix(mark, index);
  }
}

void codec_for<boost::json::object>::read(json::reader& in, boost::json::object& out, issue_list& issues) {
  out.clear();
  if (!open_object(in, issues)) return;
  for (std::string_view name; in.next_key(name);) {
    const auto [at, fresh] = out.emplace(name, nullptr);
    if (!fresh) {
      refuse_duplicate(in, std::string(at->key()), issues);
      continue;
    }
    const std::size_t mark = issues.mark();
    codec_for<boost::json::value>::read(in, at->value(), issues);
    if (issues.mark() != mark) issues.prefix(mark, std::string_view(at->key()));
  }
}

void codec_for<boost::json::value>::write(json::writer& out, const boost::json::value& value,
                                          issue_list& issues) {
  switch (value.kind()) {
    case boost::json::kind::null:
      return out.null();
    case boost::json::kind::bool_:
      return out.boolean(value.get_bool());
    case boost::json::kind::int64:
      return out.integer(value.get_int64());
    case boost::json::kind::uint64:
      return out.unsigned_integer(value.get_uint64());
    case boost::json::kind::double_:
      return write_double(out, value.get_double(), issues);
    case boost::json::kind::string:
      return write_string(out, {value.get_string().data(), value.get_string().size()}, issues);
    case boost::json::kind::array:
      return codec_for<boost::json::array>::write(out, value.get_array(), issues);
    case boost::json::kind::object:
      return codec_for<boost::json::object>::write(out, value.get_object(), issues);
  }
}

void codec_for<boost::json::array>::write(json::writer& out, const boost::json::array& value,
                                          issue_list& issues) {
  write_elements(out, value, issues);
}

void codec_for<boost::json::object>::write(json::writer& out, const boost::json::object& value,
                                           issue_list& issues) {
  if (!may_nest(out, issues)) return;
  out.begin_object();
  for (const auto& member : value) {
    const std::string_view name(member.key().data(), member.key().size());
    write_key(out, name, issues);
    const std::size_t mark = issues.mark();
    codec_for<boost::json::value>::write(out, member.value(), issues);
    if (issues.mark() != mark) issues.prefix(mark, name);
  }
  out.end_object();
}

}  // namespace clamator::detail
