#include "CKernels.h"

typedef unsigned __int128 fixed_t;

static fixed_t fixed(const uint64_t words[2]) { return (fixed_t)words[1] << 64 | words[0]; }

// Eight points a turn by four independent sums, so that the additions do not wait for each other.
static uint64_t fill_portable(uint64_t *points, uint8_t *doubtful, size_t count, fixed_t start,
                              fixed_t step, uint64_t certain) {
  uint64_t any = 0;
  fixed_t value = start, step2 = step + step, step4 = step2 + step2;
  fixed_t lane[4] = {value, value + step, value + step2, value + step2 + step};
  size_t at = 0;
  for (; at + 8 <= count; at += 8) {
    unsigned mask = 0;
    for (unsigned half = 0; half < 8; half += 4) {
      for (unsigned k = 0; k < 4; k++) {
        points[at + half + k] = (uint64_t)(lane[k] >> 64);
        mask |= (unsigned)((uint64_t)lane[k] >= certain) << (half + k);
        lane[k] += step4;
      }
    }
    doubtful[at / 8] = (uint8_t)mask;
    any |= mask;
  }
  unsigned mask = 0;
  value = lane[0];
  for (unsigned k = 0; at + k < count; k++) {
    points[at + k] = (uint64_t)(value >> 64);
    mask |= (unsigned)((uint64_t)value >= certain) << k;
    value += step;
  }
  if (at < count) {
    doubtful[at / 8] = (uint8_t)mask;
  }
  return any | mask;
}

#if defined(__x86_64__)
#include <immintrin.h>

// Lane k starts at start + k * step and advances by eight steps a turn. A carry of the low words is
// seen from the sum being below a term.
//
// The lanes are set up by adding 1, 2 and 4 steps to those whose number has that bit: going through
// memory would wait for eight narrow stores to reach one wide load.
__attribute__((target("avx512f,avx512dq"))) static uint64_t fill_avx512(uint64_t *points, uint8_t *doubtful,
                                                               size_t count, fixed_t start,
                                                               fixed_t step, uint64_t certain) {
  static const __mmask8 lanes_with[3] = {0xAA, 0xCC, 0xF0};
  const __m512i minus_one = _mm512_set1_epi64(-1);
  __m512i lo = _mm512_set1_epi64((long long)(uint64_t)start);
  __m512i hi = _mm512_set1_epi64((long long)(uint64_t)(start >> 64));
  __m512i turn_lo = _mm512_set1_epi64((long long)(uint64_t)step);
  __m512i turn_hi = _mm512_set1_epi64((long long)(uint64_t)(step >> 64));
  for (int bit = 0; bit < 3; bit++) {
    __mmask8 lanes = lanes_with[bit];
    lo = _mm512_mask_add_epi64(lo, lanes, lo, turn_lo);
    hi = _mm512_mask_add_epi64(hi, lanes, hi, turn_hi);
    lanes = _mm512_mask_cmp_epu64_mask(lanes, lo, turn_lo, _MM_CMPINT_LT);
    hi = _mm512_mask_sub_epi64(hi, lanes, hi, minus_one);
    __mmask8 carry = _mm512_movepi64_mask(turn_lo);
    turn_lo = _mm512_slli_epi64(turn_lo, 1);
    turn_hi = _mm512_mask_sub_epi64(_mm512_slli_epi64(turn_hi, 1), carry,
                                    _mm512_slli_epi64(turn_hi, 1), minus_one);
  }
  const __m512i edge = _mm512_set1_epi64((long long)certain);
  unsigned any = 0;
  size_t at = 0;
  for (; at + 8 <= count; at += 8) {
    _mm512_storeu_si512(points + at, hi);
    unsigned mask = _mm512_cmp_epu64_mask(lo, edge, _MM_CMPINT_NLT);
    doubtful[at / 8] = (uint8_t)mask;
    any |= mask;
    lo = _mm512_add_epi64(lo, turn_lo);
    hi = _mm512_add_epi64(hi, turn_hi);
    hi = _mm512_mask_sub_epi64(hi, _mm512_cmp_epu64_mask(lo, turn_lo, _MM_CMPINT_LT), hi,
                               minus_one);
  }
  if (at < count) {
    __mmask8 live = (__mmask8)((1u << (count - at)) - 1);
    _mm512_mask_storeu_epi64(points + at, live, hi);
    unsigned mask = _mm512_mask_cmp_epu64_mask(live, lo, edge, _MM_CMPINT_NLT);
    doubtful[at / 8] = (uint8_t)mask;
    any |= mask;
  }
  return any;
}

// AVX2 compares signed words only: the low words are kept with their top bit flipped, which commutes
// with addition.
__attribute__((target("avx2"))) static uint64_t fill_avx2(uint64_t *points, uint8_t *doubtful,
                                                          size_t count, fixed_t start, fixed_t step,
                                                          uint64_t certain) {
  const uint64_t flip = 1ull << 63;
  uint64_t low[8], high[8];
  fixed_t value = start;
  for (int k = 0; k < 8; k++, value += step) {
    low[k] = (uint64_t)value ^ flip;
    high[k] = (uint64_t)(value >> 64);
  }
  fixed_t turn = value - start;
  __m256i lo[2], hi[2];
  for (int v = 0; v < 2; v++) {
    lo[v] = _mm256_loadu_si256((const __m256i *)(low + 4 * v));
    hi[v] = _mm256_loadu_si256((const __m256i *)(high + 4 * v));
  }
  const __m256i turn_lo = _mm256_set1_epi64x((long long)(uint64_t)turn);
  const __m256i turn_hi = _mm256_set1_epi64x((long long)(uint64_t)(turn >> 64));
  // lo >= certain is lo > certain - 1; certain is never 0, see the caller.
  const __m256i edge = _mm256_set1_epi64x((long long)((certain - 1) ^ flip));
  unsigned any = 0;
  size_t whole = count / 8 * 8;
  for (size_t at = 0; at < whole; at += 8) {
    unsigned mask = 0;
    for (int v = 0; v < 2; v++) {
      _mm256_storeu_si256((__m256i *)(points + at + 4 * v), hi[v]);
      __m256i near = _mm256_cmpgt_epi64(lo[v], edge);
      mask |= (unsigned)_mm256_movemask_pd(_mm256_castsi256_pd(near)) << (4 * v);
      __m256i next = _mm256_add_epi64(lo[v], turn_lo);
      __m256i carry = _mm256_cmpgt_epi64(lo[v], next);
      hi[v] = _mm256_sub_epi64(_mm256_add_epi64(hi[v], turn_hi), carry);
      lo[v] = next;
    }
    doubtful[at / 8] = (uint8_t)mask;
    any |= mask;
  }
  if (whole < count) {
    any |= (unsigned)fill_portable(points + whole, doubtful + whole / 8, count - whole,
                                   start + step * whole, step, certain);
  }
  return any;
}
#endif

// All rows of a plane by one variant. A macro, for the functions it calls are compiled for different
// processors, and what is to be inlined must be compiled for the same one.
#define FILL_ROWS(fill)                                                                            \
  do {                                                                                             \
    fixed_t start = fixed(plane->start), step = fixed(plane->step);                                \
    const fixed_t row_step = fixed(plane->row_step), cross = fixed(plane->cross);                  \
    uint64_t any = 0;                                                                              \
    for (size_t row = 0; row < rows; row++) {                                                      \
      any |= fill(points, doubtful, length, start, step, certain);                                 \
      points += length;                                                                            \
      doubtful += (length + 7) / 8;                                                                \
      start += row_step;                                                                           \
      step += cross;                                                                               \
    }                                                                                              \
    return any;                                                                                    \
  } while (0)

static uint64_t plane_portable(uint64_t *points, uint8_t *doubtful, size_t rows, size_t length,
                               const berayield_plane *plane, uint64_t certain) {
  FILL_ROWS(fill_portable);
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static uint64_t plane_avx2(uint64_t *points, uint8_t *doubtful,
                                                           size_t rows, size_t length,
                                                           const berayield_plane *plane,
                                                           uint64_t certain) {
  FILL_ROWS(fill_avx2);
}

__attribute__((target("avx512f,avx512dq"))) static uint64_t
plane_avx512(uint64_t *points, uint8_t *doubtful, size_t rows, size_t length,
             const berayield_plane *plane, uint64_t certain) {
  FILL_ROWS(fill_avx512);
}
#endif

uint64_t berayield_fill_plane_variant(int variant, uint64_t *points, uint8_t *doubtful, size_t rows,
                                      size_t length, const berayield_plane *plane) {
  // A bound of zero would wrap to "all doubtful"; one is as good.
  uint64_t certain = 0 - (plane->bound ? plane->bound : 1);
  switch (variant) {
  case 0:
    return plane_portable(points, doubtful, rows, length, plane, certain);
#if defined(__x86_64__)
  case 1:
    if (__builtin_cpu_supports("avx2")) {
      return plane_avx2(points, doubtful, rows, length, plane, certain);
    }
    break;
  case 2:
    if (__builtin_cpu_supports("avx512dq")) {
      return plane_avx512(points, doubtful, rows, length, plane, certain);
    }
    break;
#endif
  }
  return UINT64_MAX;
}

uint64_t berayield_fill_plane(uint64_t *points, uint8_t *doubtful, size_t rows, size_t length,
                              const berayield_plane *plane) {
  int variant = 0;
#if defined(__x86_64__)
  variant = __builtin_cpu_supports("avx512dq") ? 2 : __builtin_cpu_supports("avx2") ? 1 : 0;
#endif
  return berayield_fill_plane_variant(variant, points, doubtful, rows, length, plane);
}
