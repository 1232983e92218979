#include "CSimdjson.h"

#include <simdjson.h>
#include <string>
#include <string_view>

using namespace simdjson;

struct csj_parser {
    dom::parser parser;
    dom::element root;
};

namespace {

csj_value face(dom::element element) {
    csj_value value = {csj_missing, 0, 0, nullptr, 0};
    switch (element.type()) {
    case dom::element_type::ARRAY: value.kind = csj_array; break;
    case dom::element_type::OBJECT: value.kind = csj_object; break;
    case dom::element_type::INT64: value.kind = csj_integer; value.integer = int64_t(element); break;
    case dom::element_type::UINT64: value.kind = csj_unsigned; value.integer = int64_t(uint64_t(element)); break;
    case dom::element_type::DOUBLE: value.kind = csj_number; value.number = double(element); break;
    case dom::element_type::BOOL: value.kind = csj_bool; value.integer = bool(element); break;
    case dom::element_type::NULL_VALUE: value.kind = csj_null; break;
    case dom::element_type::STRING: {
        std::string_view text = element;
        value.kind = csj_text;
        value.text = text.data();
        value.length = text.size();
        break;
    }
    }
    return value;
}

// Takes the first step off a path. Escapes ~1 and ~0 need a copy; the common step does not.
std::string_view step(std::string_view &path, std::string &copy) {
    size_t end = path.find('/', 1);
    std::string_view name = path.substr(1, end == path.npos ? path.npos : end - 1);
    path = end == path.npos ? std::string_view() : path.substr(end);
    if (name.find('~') == name.npos) return name;
    copy.clear();
    for (size_t i = 0; i < name.size(); i++) {
        bool escape = name[i] == '~' && i + 1 < name.size();
        copy += escape ? (name[++i] == '1' ? '/' : '~') : name[i];
    }
    return copy;
}

// The first object of an array whose member `name` is a text equal to `value`.
bool select(dom::array items, std::string_view name, std::string_view value, dom::element &found) {
    for (dom::element item : items) {
        dom::object members;
        std::string_view text;
        if (!item.get(members) && !members.at_key(name).get(text) && text == value) {
            found = item;
            return true;
        }
    }
    return false;
}

// Walks to every element a path reaches; stops when `found` returns true.
template <typename Found> bool walk(dom::element element, std::string_view path, Found found) {
    std::string copy;
    while (!path.empty()) {
        if (path[0] != '/') return false;
        std::string_view name = step(path, copy);
        if (name == "*") {
            dom::array items;
            if (element.get(items)) return false;
            for (dom::element item : items)
                if (walk(item, path, found)) return true;
            return false;
        }
        dom::array items;
        if (!element.get(items)) {
            size_t equals = name.find('=');
            if (equals != name.npos) {
                if (!select(items, name.substr(0, equals), name.substr(equals + 1), element)) return false;
                continue;
            }
            size_t index = 0;
            for (char digit : name) {
                if (digit < '0' || digit > '9') return false;
                index = index * 10 + size_t(digit - '0');
            }
            if (items.at(index).get(element)) return false;
            continue;
        }
        dom::object members;
        if (element.get(members) || members.at_key(name).get(element)) return false;
    }
    return found(element);
}

}  // namespace

csj_parser *csj_new(void) { return new csj_parser(); }
void csj_free(csj_parser *parser) { delete parser; }
size_t csj_padding(void) { return SIMDJSON_PADDING; }

int csj_parse(csj_parser *parser, const char *bytes, size_t length) {
    return int(parser->parser.parse(bytes, length, false).get(parser->root));
}

const char *csj_error(int code) { return error_message(error_code(code)); }
bool csj_is_bad_utf8(int code) { return code == UTF8_ERROR; }
bool csj_valid_utf8(const char *bytes, size_t length) { return validate_utf8(bytes, length); }

csj_value csj_at(csj_parser *parser, const char *path, size_t length) {
    csj_value value = {csj_missing, 0, 0, nullptr, 0};
    walk(parser->root, std::string_view(path, length), [&](dom::element element) {
        value = face(element);
        return true;
    });
    return value;
}

void csj_each(csj_parser *parser, const char *path, size_t length, csj_visit visit, void *context) {
    walk(parser->root, std::string_view(path, length), [&](dom::element element) {
        dom::array items;
        dom::object members;
        if (!element.get(items)) {
            for (dom::element item : items) visit(context, nullptr, 0, face(item));
        } else if (!element.get(members)) {
            for (auto member : members) visit(context, member.key.data(), member.key.size(), face(member.value));
        } else {
            visit(context, nullptr, 0, face(element));
        }
        return false;
    });
}
