#include "CSimdjson.h"

#include <simdjson.h>
#include <string>
#include <string_view>
#include <cstring>
#include <malloc.h>
#include <memory>
#include <vector>

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

// simdjson's element is a pointer and an index: it passes through C as it is.
static_assert(sizeof(dom::element) == sizeof(csj_element), "simdjson's element has changed");

csj_element wrapped(dom::element element) {
    csj_element bytes;
    memcpy(static_cast<void *>(&bytes), static_cast<const void *>(&element), sizeof bytes);
    return bytes;
}

dom::element unwrapped(csj_element bytes) {
    dom::element element;
    memcpy(static_cast<void *>(&element), static_cast<const void *>(&bytes), sizeof bytes);
    return element;
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
void csj_keep_memory(void) {
#ifdef __GLIBC__
    malloc_trim(0);
    mallopt(M_MMAP_THRESHOLD, 1 << 28);
    mallopt(M_TRIM_THRESHOLD, 1 << 28);
#endif
}

size_t csj_padding(void) { return SIMDJSON_PADDING; }

int csj_parse(csj_parser *parser, const char *bytes, size_t length) {
    return int(parser->parser.parse(bytes, length, false).get(parser->root));
}

const char *csj_error(int code) { return error_message(error_code(code)); }
bool csj_is_bad_utf8(int code) { return code == UTF8_ERROR; }
bool csj_valid_utf8(const char *bytes, size_t length) { return validate_utf8(bytes, length); }

csj_element csj_root(csj_parser *parser) { return wrapped(parser->root); }
csj_value csj_face(csj_element element) { return face(unwrapped(element)); }

csj_value csj_at(csj_element element, const char *path, size_t length) {
    csj_value value = {csj_missing, 0, 0, nullptr, 0};
    walk(unwrapped(element), std::string_view(path, length), [&](dom::element found) {
        value = face(found);
        return true;
    });
    return value;
}

void csj_each(csj_element element, const char *path, size_t length, csj_visit visit, void *context) {
    walk(unwrapped(element), std::string_view(path, length), [&](dom::element found) {
        dom::array items;
        dom::object members;
        if (!found.get(items)) {
            for (dom::element item : items) visit(context, nullptr, 0, face(item));
        } else if (!found.get(members)) {
            for (auto member : members) visit(context, member.key.data(), member.key.size(), face(member.value));
        } else {
            visit(context, nullptr, 0, face(found));
        }
        return false;
    });
}

size_t csj_texts(csj_element element, const char *path, size_t length, char *buffer, size_t capacity) {
    size_t used = 0;
    auto add = [&](dom::element item) {
        std::string_view text;
        if (item.get(text)) return;
        if (used + text.size() + 1 > capacity) return;
        buffer[used] = ' ';
        memcpy(buffer + used + 1, text.data(), text.size());
        used += text.size() + 1;
    };
    walk(unwrapped(element), std::string_view(path, length), [&](dom::element found) {
        dom::array items;
        dom::object members;
        if (!found.get(items)) {
            for (dom::element item : items) add(item);
        } else if (!found.get(members)) {
            for (auto member : members) add(member.value);
        } else {
            add(found);
        }
        return false;
    });
    return used;
}

void csj_items(csj_element element, const char *path, size_t length, csj_visit_item visit, void *context) {
    walk(unwrapped(element), std::string_view(path, length), [&](dom::element found) {
        dom::array items;
        dom::object members;
        if (!found.get(items)) {
            for (dom::element item : items) visit(context, nullptr, 0, wrapped(item));
        } else if (!found.get(members)) {
            for (auto member : members) visit(context, member.key.data(), member.key.size(), wrapped(member.value));
        }
        return false;
    });
}

// The paths as a tree of keys. A path with `*`, `name=value` or a number cannot stand in it and is walked by itself.
struct csj_plan {
    struct Node {
        std::vector<std::pair<std::string, std::unique_ptr<Node>>> children;
        std::vector<int> slots;
        // Records repeat their keys in one order: at each position the key seen last, and its child.
        mutable std::vector<std::pair<std::string, const Node *>> seen;

        const Node *child(std::string_view key) const {
            for (auto &child : children)
                if (child.first == key) return child.second.get();
            return nullptr;
        }
    };
    Node root;
    std::vector<std::pair<int, std::string>> others;
    int count = 0;

    void add(std::string_view path) {
        int slot = count++;
        Node *node = &root;
        std::string_view rest = path;
        std::string copy;
        while (!rest.empty()) {
            if (rest[0] != '/') return;
            std::string_view name = step(rest, copy);
            bool number = !name.empty() && name.find_first_not_of("0123456789") == name.npos;
            if (name == "*" || number || name.find('=') != name.npos) {
                others.emplace_back(slot, std::string(path));
                return;
            }
            Node *next = const_cast<Node *>(node->child(name));
            if (!next) {
                node->children.emplace_back(std::string(name), std::make_unique<Node>());
                next = node->children.back().second.get();
            }
            node = next;
        }
        node->slots.push_back(slot);
    }

    static void fill(const Node &node, dom::element element, csj_value *values) {
        if (!node.slots.empty()) {
            csj_value value = face(element);
            // A key that comes twice: the first counts, as everywhere.
            for (int slot : node.slots)
                if (values[slot].kind == csj_missing) values[slot] = value;
        }
        dom::object members;
        if (node.children.empty() || element.get(members)) return;
        size_t position = 0;
        for (auto member : members) {
            if (position == node.seen.size()) node.seen.emplace_back(std::string(member.key), node.child(member.key));
            auto &seen = node.seen[position];
            if (seen.first != member.key) seen = {std::string(member.key), node.child(member.key)};
            if (seen.second) fill(*seen.second, member.value, values);
            if (position < 256) position++;
        }
    }
};

csj_plan *csj_plan_new(void) { return new csj_plan(); }
void csj_plan_add(csj_plan *plan, const char *path, size_t length) { plan->add(std::string_view(path, length)); }
void csj_plan_free(csj_plan *plan) { delete plan; }

void csj_plan_fill(const csj_plan *plan, csj_element element, csj_value *values) {
    for (int slot = 0; slot < plan->count; slot++) values[slot] = {csj_missing, 0, 0, nullptr, 0};
    csj_plan::fill(plan->root, unwrapped(element), values);
    for (auto &other : plan->others) values[other.first] = csj_at(element, other.second.data(), other.second.size());
}
