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
// and the results are the same. Each takes the variant by its number: 0 portable, 1 AVX2, 2 AVX-512, none above
// the best that this processor has.
int berayield_best_variant(void);

// The variant in use: the best, or what the environment variable BERAYIELD_PROCESSOR names when this is first
// called, portable or avx2. Another name, or one of more than the processor has, asks for the best.
int berayield_variant(void);
int berayield_variant_at_most(const char *name);
const char *berayield_variant_name(int variant);

// Sets bit i % 64 of marks[i / 64] where numbers[i] <= bound; bits beyond the last number are zero.
//
// `marks` has room for count / 64 words, rounded up.
void berayield_mark_up_to(int variant, const uint64_t *numbers, size_t count, uint64_t bound,
                          uint64_t *marks);

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
// Returns nonzero if the fraction of any point is at least 2^64 - bound: if an error of up to `bound` units of 2^-64
// could carry into its whole part. `points` has room for rows * length words.
//
// `around_cache` asks for stores that leave the points in memory and not in the cache, for more of those than it
// holds: less than half the time, but what reads or stores them soon waits. It is granted to vectors where the points
// and rows begin at multiples of 16 bytes. berayield_settle_stores comes before another thread may read.
int berayield_fill_plane(int variant, uint64_t *points, size_t rows, size_t length,
                         const berayield_plane *plane, int around_cache);

// Orders stores around the cache before whatever this thread stores next. It waits for them: once for many planes.
static inline void berayield_settle_stores(void) {
#if defined(__x86_64__)
  __builtin_ia32_sfence();
#endif
}

// Writes the places of the quotes, delimiters (a comma, mostly) and line feeds among `count` bytes, in
// order, and returns how many there are.
//
// `places` has room for count + 4 of them.
size_t berayield_find_separators(int variant, const uint8_t *bytes, size_t count, uint8_t delimiter,
                                 uint32_t *places);

// Columns of the vaults of rows, numbers of two words each, low word first.
typedef struct {
  const uint64_t *reward_rate, *reward_price, *total_supply, *stake_price;
} berayield_vault_columns;

// apr[i] = floor(reward_rate[i] * reward_price[i] * numerator / (total_supply[i] * stake_price[i] * divisor)),
// where that is proven: floating point proposes, a bound on its error decides (docs/filter.md).
//
// Bit i % 64 of undecided[i / 64] is set where it is not: an integer is too near, the floor is 2^97 or more, or
// the divisor is zero. apr[i] then holds a guess, good or not. `apr` has room for two words a row, `undecided`
// for rows / 64 words, rounded up; bits beyond the last row are zero.
//
// Returns zero where there is no filter, for want of a fused product or of rounding to nearest: all rows are then
// undecided, and nothing is guessed.
int berayield_apr_rows(int variant, const berayield_vault_columns *columns, size_t rows,
                        uint64_t numerator, uint64_t divisor, uint64_t *apr, uint64_t *undecided);

// apy[i] = 10^18 ((1 + r/n)^n - 1) for r = apr[i] / 10^18 and n = periods, rounded down for a `direction` of -1,
// to the nearest integer for 0, up for 1, where that is proven.
//
// Undecided rows are marked as above: those near the edge of the rounding, and r of 2^64 and more. Returns zero
// as above, and for n above 8760.
int berayield_apy_rows(int variant, const uint64_t *apr, size_t rows, uint32_t periods, int direction,
                        uint64_t *apy, uint64_t *undecided);

#endif
