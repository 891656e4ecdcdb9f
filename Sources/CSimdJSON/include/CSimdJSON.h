// simdjson's DOM behind a few C functions: no exception crosses, no ownership changes hands.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

typedef struct crivo_json_parser crivo_json_parser;

/// A value of the document parsed last; valid until the next parse.
typedef struct {
    const void *document;
    size_t index;
} crivo_json_value;

enum { CRIVO_JSON_NULL, CRIVO_JSON_BOOL, CRIVO_JSON_NUMBER, CRIVO_JSON_STRING, CRIVO_JSON_ARRAY, CRIVO_JSON_OBJECT };

/// What must be readable behind the bytes that are parsed.
size_t crivo_json_padding(void);
crivo_json_parser *crivo_json_parser_new(void);
void crivo_json_parser_free(crivo_json_parser *parser);
/// 0, or an error code; `crivo_json_error` words it.
int crivo_json_parse(crivo_json_parser *parser, const uint8_t *bytes, size_t length, crivo_json_value *root);
const char *crivo_json_error(int code);
/// Whether the code says that a string or the encoding is at fault, which can be mended.
bool crivo_json_is_text_error(int code);

int crivo_json_type(crivo_json_value value);
/// UTF-8 with its length; may hold NUL.
bool crivo_json_string(crivo_json_value value, const char **text, size_t *length);
bool crivo_json_member(crivo_json_value object, const char *key, size_t key_length, crivo_json_value *member);
size_t crivo_json_count(crivo_json_value container);
/// The first `capacity` elements of an array, in one pass; returns how many were written.
size_t crivo_json_elements(crivo_json_value array, crivo_json_value *elements, size_t capacity);
/// The first `capacity` keys of an object; returns how many were written.
size_t crivo_json_keys(crivo_json_value object, const char **keys, size_t *lengths, size_t capacity);
/// The number as JSON text into `buffer`; returns its length, 0 for what is no number.
size_t crivo_json_number(crivo_json_value value, char *buffer, size_t capacity);

#ifdef __cplusplus
}
#endif
