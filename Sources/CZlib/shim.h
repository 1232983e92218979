#include <zlib.h>

// inflateInit2 is a macro; 31 means a gzip head and its check sum.
static inline int czlib_start_gzip(z_stream *stream) { return inflateInit2(stream, 31); }
