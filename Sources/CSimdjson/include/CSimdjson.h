// A small C face over simdjson: one document at a time, values by path.
//
// A path is a JSON pointer (RFC 6901) in which a step `*` stands for every item of an array, and a
// step `name=value` for the first item of an array whose member `name` is that text.
// Texts point into the parser and live until the next csj_parse.
#ifndef CSIMDJSON_H
#define CSIMDJSON_H

#include <stddef.h>
#include <stdint.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct csj_parser csj_parser;

typedef enum {
    csj_missing, csj_null, csj_bool, csj_integer, csj_unsigned, csj_number, csj_text, csj_array, csj_object
} csj_kind;

typedef struct {
    csj_kind kind;
    int64_t integer;     // csj_integer, csj_bool (0 or 1), csj_unsigned (its bits)
    double number;       // csj_number
    const char *text;    // csj_text; a number's digits are not kept
    size_t length;
} csj_value;

// Called once for every value a path with `*` reaches, or for every item of an array, or for every
// member of an object (then with its key).
typedef void (*csj_visit)(void *context, const char *key, size_t key_length, csj_value value);

csj_parser *csj_new(void);
void csj_free(csj_parser *parser);

// Large pieces of memory come and go with every part of a file: the process keeps them instead of asking each time anew.
void csj_keep_memory(void);

// How many readable bytes must lie behind a document.
size_t csj_padding(void);

// Parses one document; 0, or an error code for csj_error. The bytes must be padded and stay valid.
int csj_parse(csj_parser *parser, const char *bytes, size_t length);
const char *csj_error(int code);
bool csj_is_bad_utf8(int code);
bool csj_valid_utf8(const char *bytes, size_t length);

// A place in the parsed document; valid until the next csj_parse.
typedef struct {
    const void *document;
    size_t index;
} csj_element;

csj_element csj_root(csj_parser *parser);
csj_value csj_face(csj_element element);

// The first value at a path; csj_missing when there is none.
csj_value csj_at(csj_element element, const char *path, size_t length);
void csj_each(csj_element element, const char *path, size_t length, csj_visit visit, void *context);

// Writes the texts a path reaches, each with a space before it, as far as they fit; gives the size of what was written.
size_t csj_texts(csj_element element, const char *path, size_t length, char *buffer, size_t capacity);

// The items of the arrays (or the members of the objects) a path reaches.
typedef void (*csj_visit_item)(void *context, const char *key, size_t key_length, csj_element item);
void csj_items(csj_element element, const char *path, size_t length, csj_visit_item visit, void *context);

// Many paths at once: one walk over the document fills all values, as csj_at would.
typedef struct csj_plan csj_plan;
csj_plan *csj_plan_new(void);
void csj_plan_add(csj_plan *plan, const char *path, size_t length);
void csj_plan_free(csj_plan *plan);
void csj_plan_fill(const csj_plan *plan, csj_element element, csj_value *values);

#ifdef __cplusplus
}
#endif
#endif
