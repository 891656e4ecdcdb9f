// ICU renames its functions by macro (ubrk_open is ubrk_open_72), which Swift does not see; these wrappers keep the
// build free of any one ICU release. Wrappers only: no logic lives here.
#pragma once
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>
#include <unicode/uversion.h>

static inline UBreakIterator *crivo_ubrk_open(UBreakIteratorType type, const char *locale, const UChar *text, int32_t length, UErrorCode *status) {
    return ubrk_open(type, locale, text, length, status);
}
static inline void crivo_ubrk_close(UBreakIterator *iterator) { ubrk_close(iterator); }
static inline void crivo_ubrk_setText(UBreakIterator *iterator, const UChar *text, int32_t length, UErrorCode *status) {
    ubrk_setText(iterator, text, length, status);
}
static inline int32_t crivo_ubrk_first(UBreakIterator *iterator) { return ubrk_first(iterator); }
static inline int32_t crivo_ubrk_next(UBreakIterator *iterator) { return ubrk_next(iterator); }
static inline int32_t crivo_ubrk_following(UBreakIterator *iterator, int32_t offset) { return ubrk_following(iterator, offset); }
static inline int32_t crivo_ubrk_ruleStatus(UBreakIterator *iterator) { return ubrk_getRuleStatus(iterator); }

static inline int8_t crivo_u_charType(UChar32 c) { return u_charType(c); }
static inline UBool crivo_u_isUppercase(UChar32 c) { return u_isUUppercase(c); }
static inline UBool crivo_u_isLowercase(UChar32 c) { return u_isULowercase(c); }
static inline UChar32 crivo_u_tolower(UChar32 c) { return u_tolower(c); }
static inline UChar32 crivo_u_toupper(UChar32 c) { return u_toupper(c); }
static inline UBool crivo_u_hasBinaryProperty(UChar32 c, UProperty property) { return u_hasBinaryProperty(c, property); }
static inline int32_t crivo_u_getIntPropertyValue(UChar32 c, UProperty property) { return u_getIntPropertyValue(c, property); }
static inline UScriptCode crivo_uscript_getScript(UChar32 c, UErrorCode *status) { return uscript_getScript(c, status); }

static inline const UNormalizer2 *crivo_unorm2_getNFC(UErrorCode *status) { return unorm2_getNFCInstance(status); }
static inline const UNormalizer2 *crivo_unorm2_getNFD(UErrorCode *status) { return unorm2_getNFDInstance(status); }
static inline int32_t crivo_unorm2_normalize(const UNormalizer2 *normalizer, const UChar *source, int32_t length, UChar *target, int32_t capacity, UErrorCode *status) {
    return unorm2_normalize(normalizer, source, length, target, capacity, status);
}
static inline UBool crivo_unorm2_isNormalized(const UNormalizer2 *normalizer, const UChar *source, int32_t length, UErrorCode *status) {
    return unorm2_isNormalized(normalizer, source, length, status);
}
static inline UChar32 crivo_unorm2_composePair(const UNormalizer2 *normalizer, UChar32 a, UChar32 b) { return unorm2_composePair(normalizer, a, b); }
static inline const char *crivo_u_errorName(UErrorCode code) { return u_errorName(code); }

static inline USpoofChecker *crivo_uspoof_open(UErrorCode *status) { return uspoof_open(status); }
static inline void crivo_uspoof_close(USpoofChecker *checker) { uspoof_close(checker); }
static inline int32_t crivo_uspoof_getSkeleton(const USpoofChecker *checker, const UChar *source, int32_t length, UChar *target, int32_t capacity, UErrorCode *status) {
    return uspoof_getSkeleton(checker, 0, source, length, target, capacity, status);
}
