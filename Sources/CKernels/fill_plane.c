#include "CKernels.h"
#include "dispatch.h"

#include <stdbool.h>
#include <string.h>

typedef unsigned __int128 fixed_t;

static inline fixed_t fixed(const uint64_t words[2]) { return (fixed_t)words[1] << 64 | words[0]; }

// Eight points a turn by four independent sums, so that the additions do not wait for each other.
BODY unsigned fill_scalars(uint64_t *points, uint8_t *doubtful, size_t count, fixed_t start, fixed_t step,
                           uint64_t certain, bool around_cache) {
  (void)around_cache;
  unsigned any = 0;
  fixed_t value = start, step2 = step + step, step4 = step2 + step2;
  fixed_t lane[4] = {value, value + step, value + step2, value + step2 + step};
  size_t at = 0;
  for (; at + 8 <= count; at += 8) {
    unsigned marks = 0;
    for (unsigned half = 0; half < 8; half += 4) {
      for (unsigned k = 0; k < 4; k++) {
        points[at + half + k] = (uint64_t)(lane[k] >> 64);
        marks |= (unsigned)((uint64_t)lane[k] >= certain) << (half + k);
        lane[k] += step4;
      }
    }
    doubtful[at / 8] = (uint8_t)marks;
    any |= marks;
  }
  unsigned marks = 0;
  value = lane[0];
  for (unsigned k = 0; at + k < count; k++) {
    points[at + k] = (uint64_t)(value >> 64);
    marks |= (unsigned)((uint64_t)value >= certain) << k;
    value += step;
  }
  if (at < count) {
    doubtful[at / 8] = (uint8_t)marks;
  }
  return any | marks;
}

#if defined(__x86_64__)
typedef uint64_t lanes_t __attribute__((vector_size(8 * sizeof(uint64_t))));
typedef bool flags_t __attribute__((ext_vector_type(8)));

#define IN_ALL_LANES(word) ((lanes_t){0} + (uint64_t)(word))

// `count` of eight points, into the cache or around it. The latter in pairs, as columns of Swift are aligned, and for
// each point of a row: a line of the cache that is stored to both ways costs many times as much.
BODY void store_lanes(uint64_t *points, const lanes_t *lanes, size_t count, bool around_cache) {
  typedef uint64_t pair_t __attribute__((vector_size(2 * sizeof(uint64_t))));
  if (!around_cache) {
    memcpy(points, lanes, count * sizeof *points);
    return;
  }
  for (size_t k = 0; k < count; k += 2) {
    __builtin_nontemporal_store((pair_t){(*lanes)[k], (*lanes)[k + 1]}, (pair_t *)(points + k));
  }
}

// Lane k starts at start + k * step and advances by eight steps a turn. A carry of the low words is seen from
// the sum being below a term: where it is, a comparison gives -1.
//
// The lanes are set up by adding 1, 2 and 4 steps to those whose number has that bit: going through memory
// would wait for eight narrow stores to reach one wide load.
BODY unsigned fill_vectors(uint64_t *points, uint8_t *doubtful, size_t count, fixed_t start, fixed_t step,
                           uint64_t certain, bool around_cache) {
  static const lanes_t lanes_with[3] = {
      {0, -1, 0, -1, 0, -1, 0, -1}, {0, 0, -1, -1, 0, 0, -1, -1}, {0, 0, 0, 0, -1, -1, -1, -1}};
  lanes_t low = IN_ALL_LANES(start), high = IN_ALL_LANES(start >> 64);
  for (int bit = 0; bit < 3; bit++, step += step) {
    lanes_t added = IN_ALL_LANES(step) & lanes_with[bit];
    low += added;
    high += (IN_ALL_LANES(step >> 64) & lanes_with[bit]) - (lanes_t)(low < added);
  }
  const lanes_t turn_low = IN_ALL_LANES(step), turn_high = IN_ALL_LANES(step >> 64);
  const lanes_t edge = IN_ALL_LANES(certain);
  unsigned any = 0;
  size_t at = 0;
  for (; at + 8 <= count; at += 8) {
    flags_t marks = __builtin_convertvector(low >= edge, flags_t);
    store_lanes(points + at, &high, 8, around_cache);
    memcpy(doubtful + at / 8, &marks, 1);
    any |= doubtful[at / 8];
    low += turn_low;
    high += turn_high - (lanes_t)(low < turn_low);
  }
  if (at < count) {
    flags_t marks = __builtin_convertvector(low >= edge, flags_t);
    store_lanes(points + at, &high, count - at, around_cache);
    memcpy(doubtful + at / 8, &marks, 1);
    any |= doubtful[at / 8] &= (uint8_t)((1u << (count - at)) - 1);
  }
  return any;
}
#endif

typedef unsigned fill_t(uint64_t *points, uint8_t *doubtful, size_t count, fixed_t start, fixed_t step,
                        uint64_t certain, bool around_cache);

// All rows of a plane; `fill` is inlined, as the calls are.
BODY int fill_rows(fill_t fill, uint64_t *points, uint8_t *doubtful, size_t rows, size_t length,
                   const berayield_plane *plane, bool around_cache) {
  // A bound of zero would wrap to "all doubtful"; one is as good.
  uint64_t certain = 0 - (plane->bound ? plane->bound : 1);
  fixed_t start = fixed(plane->start), step = fixed(plane->step);
  const fixed_t row_step = fixed(plane->row_step), cross = fixed(plane->cross);
  unsigned any = 0;
  for (size_t row = 0; row < rows; row++) {
    any |= fill(points, doubtful, length, start, step, certain, around_cache);
    points += length;
    doubtful += (length + 7) / 8;
    start += row_step;
    step += cross;
  }
  return any != 0;
}

static int fill_portable(uint64_t *points, uint8_t *doubtful, size_t rows, size_t length,
                         const berayield_plane *plane, bool around_cache) {
  return fill_rows(fill_scalars, points, doubtful, rows, length, plane, around_cache);
}

#if defined(__x86_64__)
BODY int fill_either_way(uint64_t *points, uint8_t *doubtful, size_t rows, size_t length,
                         const berayield_plane *plane, bool around_cache) {
  if (around_cache && (uintptr_t)points % 16 == 0 && length % 2 == 0) {
    return fill_rows(fill_vectors, points, doubtful, rows, length, plane, true);
  }
  return fill_rows(fill_vectors, points, doubtful, rows, length, plane, false);
}

FOR_AVX2 static int fill_avx2(uint64_t *points, uint8_t *doubtful, size_t rows, size_t length,
                              const berayield_plane *plane, bool around_cache) {
  return fill_either_way(points, doubtful, rows, length, plane, around_cache);
}

FOR_AVX512 static int fill_avx512(uint64_t *points, uint8_t *doubtful, size_t rows, size_t length,
                                  const berayield_plane *plane, bool around_cache) {
  return fill_either_way(points, doubtful, rows, length, plane, around_cache);
}
#endif

int berayield_fill_plane(int variant, uint64_t *points, uint8_t *doubtful, size_t rows, size_t length,
                         const berayield_plane *plane, int around_cache) {
  return CALL_VARIANT(variant, fill, points, doubtful, rows, length, plane, around_cache != 0);
}
