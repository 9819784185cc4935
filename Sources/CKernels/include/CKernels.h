#ifndef BERAYIELD_CKERNELS_H
#define BERAYIELD_CKERNELS_H

#include <stddef.h>
#include <stdint.h>

// floor((high * 2^64 + low) / divisor). The caller guarantees high < divisor, so that the quotient
// fits a word.
//
// Swift's dividingFullWidth compiles to a call of the compiler's 128-bit division routine; where the
// processor has the instruction, this is the instruction.
static inline uint64_t berayield_divide_full_width(uint64_t high, uint64_t low, uint64_t divisor) {
#if defined(__x86_64__)
  uint64_t quotient, remainder;
  __asm__("divq %[divisor]"
          : "=a"(quotient), "=d"(remainder)
          : [divisor] "r"(divisor), "a"(low), "d"(high)
          : "cc");
  return quotient;
#else
  return (uint64_t)((((unsigned __int128)high << 64) | low) / divisor);
#endif
}

// What has variants is chosen at run time among AVX-512, AVX2 and portable code; no compiler flags are needed,
// and the results are the same. The functions ending in _variant are one of them by its number, for tests: 0
// portable, 1 AVX2, 2 AVX-512, up to the best that this processor has.
int berayield_best_variant(void);

// Rows of a plane in 64.64 fixed point, two words a number, modulo 2^128:
//
//   point(i, j) = start + i * row_step + j * (step + i * cross)
//
// A single row has i = 0 only.
typedef struct {
  uint64_t start[2], row_step[2], step[2], cross[2]; // low word first
  uint64_t bound;
} berayield_plane;

// points[i * length + j] = the whole part of point(i, j), for i < rows and j < length.
//
// Bit j % 8 of doubtful[i * ((length + 7) / 8) + j / 8] tells whether the fraction of the point is at
// least 2^64 - bound: whether an error of up to `bound` units of 2^-64 could carry into the whole
// part. `points` has room for rows * length words, `doubtful` for rows * ((length + 7) / 8) bytes.
// Returns nonzero if any point is doubtful.
int berayield_fill_plane(uint64_t *points, uint8_t *doubtful, size_t rows, size_t length,
                         const berayield_plane *plane);
int berayield_fill_plane_variant(int variant, uint64_t *points, uint8_t *doubtful, size_t rows,
                                 size_t length, const berayield_plane *plane);

// Writes the places of the quotes, commas and line feeds among `count` bytes, in order, and returns how
// many there are.
//
// `places` has room for count + 4 of them.
size_t berayield_find_separators(const uint8_t *bytes, size_t count, uint32_t *places);
size_t berayield_find_separators_variant(int variant, const uint8_t *bytes, size_t count,
                                         uint32_t *places);

#endif
