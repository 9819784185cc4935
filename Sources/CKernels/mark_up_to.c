#include "CKernels.h"
#include "dispatch.h"

#include <stdbool.h>
#include <string.h>

typedef uint64_t lanes_t __attribute__((vector_size(8 * sizeof(uint64_t))));
typedef bool flags_t __attribute__((ext_vector_type(8)));

BODY uint64_t mark_64(const uint64_t *numbers, size_t count, uint64_t bound) {
  uint64_t marks = 0;
  size_t at = 0;
  for (; at + 8 <= count; at += 8) {
    lanes_t lanes;
    memcpy(&lanes, numbers + at, sizeof lanes);
    flags_t flags = __builtin_convertvector(lanes <= bound, flags_t);
    uint8_t byte;
    memcpy(&byte, &flags, 1);
    marks |= (uint64_t)byte << at;
  }
  for (; at < count; at++) {
    marks |= (uint64_t)(numbers[at] <= bound) << at;
  }
  return marks;
}

BODY void mark(const uint64_t *numbers, size_t count, uint64_t bound, uint64_t *marks) {
  for (size_t at = 0; at < count; at += 64) {
    marks[at / 64] = mark_64(numbers + at, count - at < 64 ? count - at : 64, bound);
  }
}

static void mark_portable(const uint64_t *numbers, size_t count, uint64_t bound, uint64_t *marks) {
  mark(numbers, count, bound, marks);
}

#if defined(__x86_64__)
FOR_AVX2 static void mark_avx2(const uint64_t *numbers, size_t count, uint64_t bound, uint64_t *marks) {
  mark(numbers, count, bound, marks);
}

FOR_AVX512 static void mark_avx512(const uint64_t *numbers, size_t count, uint64_t bound,
                                   uint64_t *marks) {
  mark(numbers, count, bound, marks);
}
#endif

void berayield_mark_up_to(int variant, const uint64_t *numbers, size_t count, uint64_t bound,
                          uint64_t *marks) {
  CALL_VARIANT(variant, mark, numbers, count, bound, marks);
}
