#include <libfyaml.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// The parser's messages go into memory, not to standard error.
static inline struct fy_document *crivo_yaml_load(const char *text, size_t length, char **messages) {
    size_t size = 0;
    FILE *stream = open_memstream(messages, &size);
    if (!stream) return NULL;
    struct fy_diag_cfg diag;
    fy_diag_cfg_default(&diag);
    diag.fp = stream;
    diag.colorize = false;
    diag.show_source = false;
    diag.show_position = true;
    diag.show_type = false;
    diag.show_module = false;
    struct fy_diag *handle = fy_diag_create(&diag);
    struct fy_parse_cfg cfg;
    memset(&cfg, 0, sizeof cfg);
    cfg.flags = FYPCF_QUIET & 0;
    cfg.diag = handle;
    struct fy_document *document = fy_document_build_from_string(&cfg, text, length);
    fy_diag_destroy(handle);
    fclose(stream);
    return document;
}
