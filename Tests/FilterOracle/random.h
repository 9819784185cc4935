#ifndef BERAYIELD_FILTER_ORACLE_RANDOM_H
#define BERAYIELD_FILTER_ORACLE_RANDOM_H

#include <stdint.h>

typedef unsigned __int128 wide_t;

// SplitMix64 (Steele, Lea, Flood 2014).
static inline uint64_t next_word(uint64_t *state) {
  uint64_t z = (*state += 0x9E3779B97F4A7C15);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
  return z ^ (z >> 31);
}

static inline uint64_t below(uint64_t *state, uint64_t limit) { return next_word(state) % limit; }

// A number of `width` bits at most, 0 to 128.
static inline wide_t of_width(uint64_t *state, unsigned width) {
  wide_t value = (wide_t)next_word(state) << 64 | next_word(state);
  return width == 0 ? 0 : value >> (128 - width);
}

static inline wide_t power_of_ten(unsigned exponent) {
  wide_t value = 1;
  while (exponent-- > 0) {
    value *= 10;
  }
  return value;
}

static inline void put(uint64_t *column, size_t row, wide_t value) {
  column[2 * row] = (uint64_t)value;
  column[2 * row + 1] = (uint64_t)(value >> 64);
}

#endif
