#include "CSimdJSON.h"

#include <cinttypes>
#include <cstdio>
#include <cstring>
#include <new>
#include <simdjson.h>

using namespace simdjson;

struct crivo_json_parser {
    dom::parser parser;
};

static_assert(sizeof(dom::element) == sizeof(crivo_json_value), "an element is a document and an index");

static crivo_json_value wrap(dom::element element) {
    crivo_json_value value;
    std::memcpy(static_cast<void *>(&value), static_cast<const void *>(&element), sizeof value);
    return value;
}

static dom::element unwrap(crivo_json_value value) {
    dom::element element;
    std::memcpy(static_cast<void *>(&element), static_cast<const void *>(&value), sizeof value);
    return element;
}

extern "C" {

size_t crivo_json_padding(void) { return SIMDJSON_PADDING; }

crivo_json_parser *crivo_json_parser_new(void) { return new (std::nothrow) crivo_json_parser; }

void crivo_json_parser_free(crivo_json_parser *parser) { delete parser; }

int crivo_json_parse(crivo_json_parser *parser, const uint8_t *bytes, size_t length, crivo_json_value *root) {
    dom::element element;
    auto error = parser->parser.parse(bytes, length, false).get(element);
    if (error) return static_cast<int>(error);
    *root = wrap(element);
    return 0;
}

const char *crivo_json_error(int code) { return error_message(static_cast<error_code>(code)); }

bool crivo_json_is_text_error(int code) { return code == STRING_ERROR || code == UTF8_ERROR; }

int crivo_json_type(crivo_json_value value) {
    switch (unwrap(value).type()) {
        case dom::element_type::ARRAY: return CRIVO_JSON_ARRAY;
        case dom::element_type::OBJECT: return CRIVO_JSON_OBJECT;
        case dom::element_type::STRING: return CRIVO_JSON_STRING;
        case dom::element_type::BOOL: return CRIVO_JSON_BOOL;
        case dom::element_type::NULL_VALUE: return CRIVO_JSON_NULL;
        default: return CRIVO_JSON_NUMBER;
    }
}

bool crivo_json_string(crivo_json_value value, const char **text, size_t *length) {
    std::string_view view;
    if (unwrap(value).get_string().get(view)) return false;
    *text = view.data();
    *length = view.size();
    return true;
}

bool crivo_json_member(crivo_json_value object, const char *key, size_t key_length, crivo_json_value *member) {
    dom::element found;
    if (unwrap(object).at_key(std::string_view(key, key_length)).get(found)) return false;
    *member = wrap(found);
    return true;
}

size_t crivo_json_count(crivo_json_value container) {
    dom::element element = unwrap(container);
    dom::array array;
    if (!element.get_array().get(array)) {
        size_t count = 0;
        for (auto item : array) { (void)item; count++; }
        return count;
    }
    dom::object object;
    return element.get_object().get(object) ? 0 : object.size();
}

size_t crivo_json_elements(crivo_json_value value, crivo_json_value *elements, size_t capacity) {
    dom::array array;
    if (unwrap(value).get_array().get(array)) return 0;
    size_t count = 0;
    for (dom::element element : array) {
        if (count == capacity) break;
        elements[count++] = wrap(element);
    }
    return count;
}

size_t crivo_json_keys(crivo_json_value value, const char **keys, size_t *lengths, size_t capacity) {
    dom::object object;
    if (unwrap(value).get_object().get(object)) return 0;
    size_t count = 0;
    for (auto field : object) {
        if (count == capacity) break;
        keys[count] = field.key.data();
        lengths[count++] = field.key.size();
    }
    return count;
}

size_t crivo_json_number(crivo_json_value value, char *buffer, size_t capacity) {
    dom::element element = unwrap(value);
    int length = 0;
    int64_t integer;
    uint64_t natural;
    double real;
    if (!element.get_int64().get(integer)) {
        length = std::snprintf(buffer, capacity, "%" PRId64, integer);
    } else if (!element.get_uint64().get(natural)) {
        length = std::snprintf(buffer, capacity, "%" PRIu64, natural);
    } else if (!element.get_double().get(real)) {
        length = std::snprintf(buffer, capacity, "%.17g", real);
    }
    return length > 0 && static_cast<size_t>(length) < capacity ? static_cast<size_t>(length) : 0;
}
}
