#ifndef BERAYIELD_CYIELDKERNELS_H
#define BERAYIELD_CYIELDKERNELS_H

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

// points[j] = the whole part of start + j * step in 64.64 fixed point, j < count, modulo 2^64.
//
// Bit j % 8 of doubtful[j / 8] tells whether the fraction of point j is at least 2^64 - bound: whether
// an error of up to `bound` units could carry into the whole part. `points` has room for `count` words,
// `doubtful` for (count + 7) / 8 bytes. Returns nonzero if any point is doubtful.
//
// Chosen at run time among AVX-512, AVX2 and portable code; no compiler flags are needed.
uint64_t berayield_fill_line(uint64_t *points, uint8_t *doubtful, size_t count, uint64_t start_low,
                             uint64_t start_high, uint64_t step_low, uint64_t step_high,
                             uint64_t bound);

// The same by one named variant, for tests: 0 portable, 1 AVX2, 2 AVX-512. Returns UINT64_MAX where
// this processor lacks it.
uint64_t berayield_fill_line_variant(int variant, uint64_t *points, uint8_t *doubtful, size_t count,
                                     uint64_t start_low, uint64_t start_high, uint64_t step_low,
                                     uint64_t step_high, uint64_t bound);

#endif
