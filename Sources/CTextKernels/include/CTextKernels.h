#ifndef BERAYIELD_CTEXTKERNELS_H
#define BERAYIELD_CTEXTKERNELS_H

#include <stddef.h>
#include <stdint.h>

// Each function is chosen at run time among AVX-512, AVX2 and portable code; no compiler flags are
// needed, and the results are the same.

// Writes the places of the commas and line feeds among `count` bytes, in order, and returns how many
// there are. A quote ends the search: what follows it may mean something else.
//
// Up to 63 bytes behind the last are read, and `places` has room for count + 4 of them.
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
