#include "CKernels.h"
#include "dispatch.h"

#include <stdbool.h>
#include <string.h>

typedef unsigned __int128 fixed_t;

static inline fixed_t fixed(const uint64_t words[2]) { return (fixed_t)words[1] << 64 | words[0]; }

// One row by four independent sums, so that the additions do not wait for each other.
BODY int fill_row(uint64_t *points, size_t length, fixed_t start, fixed_t step, uint64_t certain) {
  fixed_t lane[4] = {start, start + step, start + 2 * step, start + 3 * step};
  unsigned doubtful = 0;
  for (size_t at = 0; at < length; at += 4) {
    for (size_t k = 0; k < 4 && at + k < length; k++) {
      points[at + k] = (uint64_t)(lane[k] >> 64);
      doubtful |= (uint64_t)lane[k] > certain;
      lane[k] += 4 * step;
    }
  }
  return doubtful != 0;
}

static int fill_portable(uint64_t *points, size_t rows, size_t length, const berayield_plane *plane,
                         int around_cache) {
  (void)around_cache;
  fixed_t start = fixed(plane->start), step = fixed(plane->step);
  int doubtful = 0;
  for (size_t row = 0; row < rows; row++) {
    doubtful |= fill_row(points + row * length, length, start, step, ~plane->bound);
    start += fixed(plane->row_step);
    step += fixed(plane->cross);
  }
  return doubtful;
}

#if defined(__x86_64__)
typedef uint64_t lanes_t __attribute__((vector_size(8 * sizeof(uint64_t))));
typedef int64_t signed_lanes_t __attribute__((vector_size(8 * sizeof(int64_t))));

// Eight numbers, of which some have their low words' highest bit turned round: AVX2 compares signed words only, and
// so their order is that of the unsigned ones.
typedef struct {
  lanes_t low, high;
} fixed_lanes_t;

#define HIGHEST_BIT ((uint64_t)1 << 63)
#define IN_ALL_LANES(word) ((lanes_t){0} + (uint64_t)(word))

// The sum's low words are turned round, the term's are not. A carry is seen from the sum being below what it was:
// where it is, a comparison gives -1.
BODY void add(fixed_lanes_t *sum, fixed_lanes_t term) {
  lanes_t low = sum->low + term.low;
  sum->high += term.high - (lanes_t)((signed_lanes_t)low < (signed_lanes_t)sum->low);
  sum->low = low;
}

BODY fixed_lanes_t in_all_lanes(fixed_t value) {
  return (fixed_lanes_t){IN_ALL_LANES(value), IN_ALL_LANES(value >> 64)};
}

// Lane k holds first + k * step, turned round: 1, 2 and 4 steps are added to those whose number has that bit. Going
// through memory would wait for eight narrow stores to reach one wide load.
BODY fixed_lanes_t spread(fixed_t first, fixed_t step) {
  static const lanes_t lanes_with[3] = {
      {0, -1, 0, -1, 0, -1, 0, -1}, {0, 0, -1, -1, 0, 0, -1, -1}, {0, 0, 0, 0, -1, -1, -1, -1}};
  fixed_lanes_t lanes = in_all_lanes(first);
  lanes.low ^= HIGHEST_BIT;
  for (int bit = 0; bit < 3; bit++, step += step) {
    fixed_lanes_t term = in_all_lanes(step);
    add(&lanes, (fixed_lanes_t){term.low & lanes_with[bit], term.high & lanes_with[bit]});
  }
  return lanes;
}

// The whole parts of eight points, into the cache or around it. The latter in pairs, as columns of Swift are aligned,
// and for each point of a row: a line of the cache that is stored to both ways costs many times as much.
//
// Sets the lanes of `doubtful` whose fraction is above `certain`, which is turned round as well.
BODY void put(uint64_t *points, const fixed_lanes_t *value, const signed_lanes_t *certain, signed_lanes_t *doubtful,
              bool around_cache) {
  typedef uint64_t pair_t __attribute__((vector_size(2 * sizeof(uint64_t))));
  if (around_cache) {
    for (size_t k = 0; k < 8; k += 2) {
      __builtin_nontemporal_store((pair_t){value->high[k], value->high[k + 1]}, (pair_t *)(points + k));
    }
  } else {
    memcpy(points, &value->high, sizeof value->high);
  }
  *doubtful |= (signed_lanes_t)value->low > *certain;
}

// A row goes on by eight points a turn, and by what is left of its length at the end: the last eight points of a row
// of another length are partly stored twice. From row to row its first eight points go on by what they rise.
BODY int fill_vectors(uint64_t *points, size_t rows, size_t length, const berayield_plane *plane,
                      bool around_cache) {
  const size_t rest = length % 8;
  const fixed_t cross = fixed(plane->cross);
  fixed_t step = fixed(plane->step);
  fixed_lanes_t first = spread(fixed(plane->start), step), rise = spread(fixed(plane->row_step), cross);
  rise.low ^= HIGHEST_BIT;
  const signed_lanes_t certain = (signed_lanes_t)IN_ALL_LANES(~plane->bound ^ HIGHEST_BIT);
  signed_lanes_t doubtful = {0};
  for (size_t row = 0; row < rows; row++, points += length) {
    fixed_lanes_t value = first;
    put(points, &value, &certain, &doubtful, around_cache);
    const fixed_lanes_t turn = in_all_lanes(step * 8);
    for (size_t at = 8; at + 8 <= length; at += 8) {
      add(&value, turn);
      put(points + at, &value, &certain, &doubtful, around_cache);
    }
    if (rest != 0) {
      add(&value, in_all_lanes(step * rest));
      put(points + length - 8, &value, &certain, &doubtful, around_cache);
    }
    step += cross;
    add(&first, rise);
  }
  return __builtin_reduce_or(doubtful) != 0;
}

BODY int fill_either_way(uint64_t *points, size_t rows, size_t length, const berayield_plane *plane,
                         bool around_cache) {
  if (length < 8) {
    return fill_portable(points, rows, length, plane, around_cache);
  }
  if (around_cache && (uintptr_t)points % 16 == 0 && length % 2 == 0) {
    return fill_vectors(points, rows, length, plane, true);
  }
  return fill_vectors(points, rows, length, plane, false);
}

FOR_AVX2 static int fill_avx2(uint64_t *points, size_t rows, size_t length, const berayield_plane *plane,
                              int around_cache) {
  return fill_either_way(points, rows, length, plane, around_cache != 0);
}

FOR_AVX512 static int fill_avx512(uint64_t *points, size_t rows, size_t length, const berayield_plane *plane,
                                  int around_cache) {
  return fill_either_way(points, rows, length, plane, around_cache != 0);
}
#endif

int berayield_fill_plane(int variant, uint64_t *points, size_t rows, size_t length,
                         const berayield_plane *plane, int around_cache) {
  return CALL_VARIANT(variant, fill, points, rows, length, plane, around_cache);
}
