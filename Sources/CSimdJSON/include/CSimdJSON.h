#pragma once
#ifdef __cplusplus
extern "C" {
#endif
int crivo_simdjson_version(void);
#ifdef __cplusplus
}
#endif
