#include "CSimdJSON.h"
#include <simdjson.h>
int crivo_simdjson_version(void) { return simdjson::SIMDJSON_VERSION_MAJOR; }
