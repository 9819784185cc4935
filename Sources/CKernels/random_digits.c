#include "CKernels.h"
#include "dispatch.h"

BODY uint64_t mixed(uint64_t z) {
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
  return z ^ (z >> 31);
}

// The product of two numbers below 2^32, as processors without a wide 64-bit product like it.
BODY uint64_t narrow_product(uint64_t a, uint64_t b) { return (a & 0xFFFFFFFF) * (b & 0xFFFFFFFF); }

BODY void draw_numbers(uint64_t *numbers, uint64_t seed, uint64_t first_row, size_t rows,
                       const uint64_t *least, const uint64_t *bound, size_t draws) {
  enum { stretch = 64 };
  const uint64_t row_step = 0xD1342543DE82EF95, draw_step = 0x9E3779B97F4A7C15;
  for (size_t from = 0; from < rows; from += stretch) {
    size_t count = rows - from < stretch ? rows - from : stretch;
    uint64_t states[stretch], outputs[stretch];
    for (size_t i = 0; i < count; i++) {
      states[i] = mixed(seed + (first_row + from + i) * row_step);
    }
    for (size_t draw = 0; draw < draws; draw++) {
      if (draw % 2 == 0) {
        for (size_t i = 0; i < count; i++) {
          outputs[i] = mixed(states[i] += draw_step);
        }
      }
      uint64_t *target = numbers + draw * rows + from, shift = draw % 2 == 0 ? 32 : 0;
      for (size_t i = 0; i < count; i++) {
        target[i] = least[draw] + (narrow_product(outputs[i] >> shift, bound[draw]) >> 32);
      }
    }
  }
}

// Halves, then quarters, then single digits are split off in all parts of the word at once.
//
// 109951163 / 2^40, 10486 / 2^20 and 103 / 2^10 stand for 1/10000, 1/100 and 1/10 and are exact for
// eight, four and two digits.
BODY void write_digits(uint64_t *numbers, size_t count) {
  for (size_t i = 0; i < count; i++) {
    uint64_t number = numbers[i];
    uint64_t upper = narrow_product(number, 109951163) >> 40;
    uint64_t halves = upper | (number - narrow_product(10000, upper)) << 32;
    uint64_t hundreds = (halves * 10486) >> 20 & 0x0000007F0000007F;
    uint64_t pairs = hundreds | (halves - 100 * hundreds) << 16;
    uint64_t tens = (pairs * 103) >> 10 & 0x000F000F000F000F;
    numbers[i] = (tens | (pairs - 10 * tens) << 8) | 0x3030303030303030;
  }
}

static int draw_portable(uint64_t *numbers, uint64_t seed, uint64_t first_row, size_t rows,
                         const uint64_t *least, const uint64_t *bound, size_t draws) {
  draw_numbers(numbers, seed, first_row, rows, least, bound, draws);
  return 1;
}

static int write_portable(uint64_t *numbers, size_t count) {
  write_digits(numbers, count);
  return 1;
}

#if defined(__x86_64__)
FOR_AVX2 static int draw_avx2(uint64_t *numbers, uint64_t seed, uint64_t first_row, size_t rows,
                              const uint64_t *least, const uint64_t *bound, size_t draws) {
  draw_numbers(numbers, seed, first_row, rows, least, bound, draws);
  return 1;
}

FOR_AVX2 static int write_avx2(uint64_t *numbers, size_t count) {
  write_digits(numbers, count);
  return 1;
}

FOR_AVX512 static int draw_avx512(uint64_t *numbers, uint64_t seed, uint64_t first_row, size_t rows,
                                  const uint64_t *least, const uint64_t *bound, size_t draws) {
  draw_numbers(numbers, seed, first_row, rows, least, bound, draws);
  return 1;
}

FOR_AVX512 static int write_avx512(uint64_t *numbers, size_t count) {
  write_digits(numbers, count);
  return 1;
}
#endif

int berayield_draw_numbers_variant(int variant, uint64_t *numbers, uint64_t seed,
                                   uint64_t first_row, size_t rows, const uint64_t *least,
                                   const uint64_t *bound, size_t draws) {
  if (variant > best_variant()) {
    return 0;
  }
#if defined(__x86_64__)
  if (variant == 2) {
    return draw_avx512(numbers, seed, first_row, rows, least, bound, draws);
  }
  if (variant == 1) {
    return draw_avx2(numbers, seed, first_row, rows, least, bound, draws);
  }
#endif
  return draw_portable(numbers, seed, first_row, rows, least, bound, draws);
}

int berayield_write_digits_variant(int variant, uint64_t *numbers, size_t count) {
  if (variant > best_variant()) {
    return 0;
  }
#if defined(__x86_64__)
  if (variant == 2) {
    return write_avx512(numbers, count);
  }
  if (variant == 1) {
    return write_avx2(numbers, count);
  }
#endif
  return write_portable(numbers, count);
}

void berayield_draw_numbers(uint64_t *numbers, uint64_t seed, uint64_t first_row, size_t rows,
                            const uint64_t *least, const uint64_t *bound, size_t draws) {
  berayield_draw_numbers_variant(best_variant(), numbers, seed, first_row, rows, least, bound,
                                 draws);
}

void berayield_write_digits(uint64_t *numbers, size_t count) {
  berayield_write_digits_variant(best_variant(), numbers, count);
}
