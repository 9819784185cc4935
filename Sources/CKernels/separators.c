#include "CKernels.h"
#include "dispatch.h"

#include <stdbool.h>
#include <string.h>

enum { block_size = 64 };
typedef uint8_t block_t __attribute__((vector_size(block_size)));
typedef bool flags_t __attribute__((ext_vector_type(block_size)));

// A bit for each byte of a block that is `character`.
BODY uint64_t marks_of(const uint8_t *bytes, uint8_t character) {
  block_t block;
  memcpy(&block, bytes, block_size);
  flags_t flags = __builtin_convertvector(block == character, flags_t);
  uint64_t marks;
  memcpy(&marks, &flags, sizeof marks);
  return marks;
}

// Writes the places of the quotes, delimiters and line feeds of a block; returns where the next goes.
BODY uint32_t *append_specials(uint32_t *next, size_t at, const uint8_t *bytes, uint8_t delimiter) {
  uint64_t marks = marks_of(bytes, '"') | marks_of(bytes, delimiter) | marks_of(bytes, '\n');
  uint32_t *end = next + __builtin_popcountll(marks);
  // Four without a branch: most blocks have no more, and places behind the last do no harm.
  while (true) {
    for (int k = 0; k < 4; k++) {
      next[k] = (uint32_t)at + (uint32_t)__builtin_ctzll(marks | 1ull << 63);
      marks &= marks - 1;
    }
    if (end - next <= 4) {
      return end;
    }
    next += 4;
  }
}

BODY size_t find_separators(const uint8_t *bytes, size_t count, uint8_t delimiter, uint32_t *places) {
  uint32_t *next = places;
  size_t at = 0;
  for (; at + block_size <= count; at += block_size) {
    next = append_specials(next, at, bytes + at, delimiter);
  }
  if (at < count) {
    uint8_t rest[block_size] = {0};
    memcpy(rest, bytes + at, count - at);
    next = append_specials(next, at, rest, delimiter);
  }
  return (size_t)(next - places);
}

static size_t find_portable(const uint8_t *bytes, size_t count, uint8_t delimiter, uint32_t *places) {
  return find_separators(bytes, count, delimiter, places);
}

#if defined(__x86_64__)
FOR_AVX2 static size_t find_avx2(const uint8_t *bytes, size_t count, uint8_t delimiter, uint32_t *places) {
  return find_separators(bytes, count, delimiter, places);
}

FOR_AVX512 static size_t find_avx512(const uint8_t *bytes, size_t count, uint8_t delimiter, uint32_t *places) {
  return find_separators(bytes, count, delimiter, places);
}
#endif

size_t berayield_find_separators(int variant, const uint8_t *bytes, size_t count, uint8_t delimiter,
                                 uint32_t *places) {
  return CALL_VARIANT(variant, find, bytes, count, delimiter, places);
}
