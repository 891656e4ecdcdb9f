// The few functions of ICU that Crivo calls, under names of its own.
//
// ICU renames its functions by macro (ubrk_open is ubrk_open_72), which Swift does not see; and its headers must not be seen by
// Swift at all: Foundation on Linux brings an ICU of its own, and two definitions of one enum in a program do not compile.
// Wrappers only: no logic lives here. Status values are ICU's: errors are greater than 0, warnings less.
#pragma once
#include <stdbool.h>
#include <stdint.h>

typedef struct crivo_icu_break_iterator crivo_icu_break_iterator;
typedef struct crivo_icu_spoof_checker crivo_icu_spoof_checker;

/// Word_Break values; CICU.c holds them against ICU's own.
enum crivo_icu_word_break {
    CRIVO_WB_ALETTER = 1,
    CRIVO_WB_FORMAT = 2,
    CRIVO_WB_NUMERIC = 6,
    CRIVO_WB_EXTENDNUMLET = 7,
    CRIVO_WB_EXTEND = 9,
    CRIVO_WB_HEBREW_LETTER = 14,
    CRIVO_WB_ZWJ = 21
};

/// Sentence_Break values.
enum crivo_icu_sentence_break {
    CRIVO_SB_ATERM = 1,
    CRIVO_SB_CLOSE = 2,
    CRIVO_SB_FORMAT = 3,
    CRIVO_SB_LOWER = 4,
    CRIVO_SB_NUMERIC = 5,
    CRIVO_SB_OLETTER = 6,
    CRIVO_SB_SEP = 7,
    CRIVO_SB_SP = 8,
    CRIVO_SB_STERM = 9,
    CRIVO_SB_UPPER = 10,
    CRIVO_SB_CR = 11,
    CRIVO_SB_EXTEND = 12,
    CRIVO_SB_LF = 13,
    CRIVO_SB_SCONTINUE = 14
};

/// Script values.
enum crivo_icu_script { CRIVO_SCRIPT_COMMON = 0, CRIVO_SCRIPT_INHERITED = 1, CRIVO_SCRIPT_CYRILLIC = 8, CRIVO_SCRIPT_GREEK = 14, CRIVO_SCRIPT_LATIN = 25 };

/// Iterators over UTF-16; the text must live as long as it is iterated. Boundaries are UTF-16 offsets, -1 at the end.
crivo_icu_break_iterator *crivo_icu_open_words(const char *locale, int32_t *status);
crivo_icu_break_iterator *crivo_icu_open_sentences(const char *locale, int32_t *status);
void crivo_icu_close(crivo_icu_break_iterator *iterator);
void crivo_icu_set_text(crivo_icu_break_iterator *iterator, const uint16_t *text, int32_t length, int32_t *status);
int32_t crivo_icu_first(crivo_icu_break_iterator *iterator);
int32_t crivo_icu_next(crivo_icu_break_iterator *iterator);
/// 100 and above for letters and digits.
int32_t crivo_icu_rule_status(crivo_icu_break_iterator *iterator);

int32_t crivo_icu_word_break_of(uint32_t scalar);
int32_t crivo_icu_sentence_break_of(uint32_t scalar);
int32_t crivo_icu_script_of(uint32_t scalar);
bool crivo_icu_is_white_space(uint32_t scalar);
bool crivo_icu_is_lower(uint32_t scalar);
bool crivo_icu_is_upper(uint32_t scalar);
bool crivo_icu_is_pictograph(uint32_t scalar);
/// Simple case mapping: one code point for one.
uint32_t crivo_icu_lower(uint32_t scalar);
uint32_t crivo_icu_upper(uint32_t scalar);

/// Canonical composition of UTF-16; returns the length, or -1.
int32_t crivo_icu_compose(const uint16_t *source, int32_t length, uint16_t *target, int32_t capacity);

crivo_icu_spoof_checker *crivo_icu_open_spoof_checker(int32_t *status);
void crivo_icu_close_spoof_checker(crivo_icu_spoof_checker *checker);
/// The skeleton of UTS #39; returns its length, or -1.
int32_t crivo_icu_skeleton(const crivo_icu_spoof_checker *checker, const uint16_t *source, int32_t length, uint16_t *target, int32_t capacity);
