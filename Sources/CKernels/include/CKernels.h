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
//
// Chosen at run time among AVX-512, AVX2 and portable code; no compiler flags are needed.
uint64_t berayield_fill_plane(uint64_t *points, uint8_t *doubtful, size_t rows, size_t length,
                              const berayield_plane *plane);

// The same by one named variant, for tests: 0 portable, 1 AVX2, 2 AVX-512. Returns UINT64_MAX where
// this processor lacks it.
uint64_t berayield_fill_plane_variant(int variant, uint64_t *points, uint8_t *doubtful, size_t rows,
                                      size_t length, const berayield_plane *plane);

// Each function is chosen at run time among AVX-512, AVX2 and portable code; no compiler flags are
// needed, and the results are the same.

// Writes the places of the quotes, commas and line feeds among `count` bytes, in order, and returns how
// many there are.
//
// `places` has room for count + 4 of them.
size_t berayield_find_separators(const uint8_t *bytes, size_t count, uint32_t *places);

// The random numbers of some consecutive rows, for each row `draws` of them:
//
//   numbers[draw * rows + i] = least[draw] + (a number below bound[draw] for row first_row + i)
//
// SplitMix64 (Steele, Lea, Flood 2014) is started from seed and row; two draws take the halves of one
// output, the upper first. Bounds are below 2^32.
void berayield_draw_numbers(uint64_t *numbers, uint64_t seed, uint64_t first_row, size_t rows,
                            const uint64_t *least, const uint64_t *bound, size_t draws);

// Replaces each number, below 1e8, by its eight decimal digits as characters, the first in the lowest
// byte.
void berayield_write_digits(uint64_t *numbers, size_t count);

// The same by one named variant, for tests: 0 portable, 1 AVX2, 2 AVX-512. They return 0 where this
// processor lacks it.
int berayield_find_separators_variant(int variant, const uint8_t *bytes, size_t count,
                                      uint32_t *places, size_t *found);
int berayield_draw_numbers_variant(int variant, uint64_t *numbers, uint64_t seed,
                                   uint64_t first_row, size_t rows, const uint64_t *least,
                                   const uint64_t *bound, size_t draws);
int berayield_write_digits_variant(int variant, uint64_t *numbers, size_t count);

#endif
