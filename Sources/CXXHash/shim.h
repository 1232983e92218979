#define XXH_INLINE_ALL
#include <xxhash.h>

static inline uint64_t cxxhash_64(const void *bytes, size_t count) { return XXH3_64bits(bytes, count); }
