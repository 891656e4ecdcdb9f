#include "CICU.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>

#define SAME(ours, theirs) _Static_assert((int)(ours) == (int)(theirs), #theirs)
SAME(CRIVO_WB_ALETTER, U_WB_ALETTER);
SAME(CRIVO_WB_FORMAT, U_WB_FORMAT);
SAME(CRIVO_WB_NUMERIC, U_WB_NUMERIC);
SAME(CRIVO_WB_EXTENDNUMLET, U_WB_EXTENDNUMLET);
SAME(CRIVO_WB_EXTEND, U_WB_EXTEND);
SAME(CRIVO_WB_HEBREW_LETTER, U_WB_HEBREW_LETTER);
SAME(CRIVO_WB_ZWJ, U_WB_ZWJ);
SAME(CRIVO_SB_ATERM, U_SB_ATERM);
SAME(CRIVO_SB_CLOSE, U_SB_CLOSE);
SAME(CRIVO_SB_FORMAT, U_SB_FORMAT);
SAME(CRIVO_SB_LOWER, U_SB_LOWER);
SAME(CRIVO_SB_NUMERIC, U_SB_NUMERIC);
SAME(CRIVO_SB_OLETTER, U_SB_OLETTER);
SAME(CRIVO_SB_SEP, U_SB_SEP);
SAME(CRIVO_SB_SP, U_SB_SP);
SAME(CRIVO_SB_STERM, U_SB_STERM);
SAME(CRIVO_SB_UPPER, U_SB_UPPER);
SAME(CRIVO_SB_CR, U_SB_CR);
SAME(CRIVO_SB_EXTEND, U_SB_EXTEND);
SAME(CRIVO_SB_LF, U_SB_LF);
SAME(CRIVO_SB_SCONTINUE, U_SB_SCONTINUE);
SAME(CRIVO_SCRIPT_COMMON, USCRIPT_COMMON);
SAME(CRIVO_SCRIPT_INHERITED, USCRIPT_INHERITED);
SAME(CRIVO_SCRIPT_CYRILLIC, USCRIPT_CYRILLIC);
SAME(CRIVO_SCRIPT_GREEK, USCRIPT_GREEK);
SAME(CRIVO_SCRIPT_LATIN, USCRIPT_LATIN);

static crivo_icu_break_iterator *open_iterator(UBreakIteratorType type, const char *locale, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    UBreakIterator *iterator = ubrk_open(type, locale, NULL, 0, &code);
    *status = code;
    return (crivo_icu_break_iterator *)iterator;
}

crivo_icu_break_iterator *crivo_icu_open_words(const char *locale, int32_t *status) { return open_iterator(UBRK_WORD, locale, status); }
crivo_icu_break_iterator *crivo_icu_open_sentences(const char *locale, int32_t *status) { return open_iterator(UBRK_SENTENCE, locale, status); }
void crivo_icu_close(crivo_icu_break_iterator *iterator) { ubrk_close((UBreakIterator *)iterator); }

void crivo_icu_set_text(crivo_icu_break_iterator *iterator, const uint16_t *text, int32_t length, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    ubrk_setText((UBreakIterator *)iterator, (const UChar *)text, length, &code);
    *status = code;
}

int32_t crivo_icu_first(crivo_icu_break_iterator *iterator) { return ubrk_first((UBreakIterator *)iterator); }
int32_t crivo_icu_next(crivo_icu_break_iterator *iterator) { return ubrk_next((UBreakIterator *)iterator); }
int32_t crivo_icu_rule_status(crivo_icu_break_iterator *iterator) { return ubrk_getRuleStatus((UBreakIterator *)iterator); }

int32_t crivo_icu_word_break_of(uint32_t scalar) { return u_getIntPropertyValue((UChar32)scalar, UCHAR_WORD_BREAK); }
int32_t crivo_icu_sentence_break_of(uint32_t scalar) { return u_getIntPropertyValue((UChar32)scalar, UCHAR_SENTENCE_BREAK); }

int32_t crivo_icu_script_of(uint32_t scalar) {
    UErrorCode code = U_ZERO_ERROR;
    return uscript_getScript((UChar32)scalar, &code);
}

bool crivo_icu_is_white_space(uint32_t scalar) { return u_hasBinaryProperty((UChar32)scalar, UCHAR_WHITE_SPACE); }
bool crivo_icu_is_lower(uint32_t scalar) { return u_isULowercase((UChar32)scalar); }
bool crivo_icu_is_upper(uint32_t scalar) { return u_isUUppercase((UChar32)scalar); }
bool crivo_icu_is_pictograph(uint32_t scalar) {
    return u_hasBinaryProperty((UChar32)scalar, UCHAR_EXTENDED_PICTOGRAPHIC) || u_hasBinaryProperty((UChar32)scalar, UCHAR_REGIONAL_INDICATOR);
}

uint32_t crivo_icu_lower(uint32_t scalar) { return (uint32_t)u_tolower((UChar32)scalar); }
uint32_t crivo_icu_upper(uint32_t scalar) { return (uint32_t)u_toupper((UChar32)scalar); }

int32_t crivo_icu_compose(const uint16_t *source, int32_t length, uint16_t *target, int32_t capacity) {
    UErrorCode code = U_ZERO_ERROR;
    const UNormalizer2 *normalizer = unorm2_getNFCInstance(&code);
    int32_t written = unorm2_normalize(normalizer, (const UChar *)source, length, (UChar *)target, capacity, &code);
    return code > 0 ? -1 : written;
}

crivo_icu_spoof_checker *crivo_icu_open_spoof_checker(int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    USpoofChecker *checker = uspoof_open(&code);
    *status = code;
    return (crivo_icu_spoof_checker *)checker;
}

void crivo_icu_close_spoof_checker(crivo_icu_spoof_checker *checker) { uspoof_close((USpoofChecker *)checker); }

int32_t crivo_icu_skeleton(const crivo_icu_spoof_checker *checker, const uint16_t *source, int32_t length, uint16_t *target, int32_t capacity) {
    UErrorCode code = U_ZERO_ERROR;
    int32_t written = uspoof_getSkeleton((const USpoofChecker *)checker, 0, (const UChar *)source, length, (UChar *)target, capacity, &code);
    return code > 0 ? -1 : written;
}
