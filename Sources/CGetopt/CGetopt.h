#include <getopt.h>

// glibc keeps the parser's state in global variables, which Swift does not let through; the caller serializes.
static inline void crivo_getopt_reset(void) {
    optind = 0;
    opterr = 0;
}
static inline int crivo_getopt_index(void) { return optind; }
static inline int crivo_getopt_option(void) { return optopt; }
static inline const char *crivo_getopt_argument(void) { return optarg; }
