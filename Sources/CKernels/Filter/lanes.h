// Vectors of LANES numbers, and what the kernels of the certified filter share.
//
// filter_portable.c, filter_avx2.c and filter_avx512.c include this and the kernels, each with the LANES of
// its processors and, by a pragma, with its target for every function.
//
// Floating point: doubles propose here, and proven bounds dispose (docs/filter.md).
#ifndef BERAYIELD_LANES_H
#define BERAYIELD_LANES_H

#if defined(__FAST_MATH__)
#error "the bounds of the filter are proven for IEEE arithmetic"
#endif
// A product and a sum stay two roundings: what is fused says so.
#pragma STDC FP_CONTRACT OFF

#define INLINE static inline __attribute__((always_inline))

typedef double reals __attribute__((vector_size(8 * LANES)));
typedef uint64_t words __attribute__((vector_size(8 * LANES)));
typedef int64_t flags __attribute__((vector_size(8 * LANES)));
typedef bool bits __attribute__((ext_vector_type(LANES)));

// Numbers of 128 bits, the two words of each apart. Their order is the one that costs least: within 128 bits
// of a register; IN_ORDER has the lane of each row.
typedef struct {
  words low, high;
} wides;

#if LANES == 8
#define LOW_WORDS 0, 8, 2, 10, 4, 12, 6, 14
#define HIGH_WORDS 1, 9, 3, 11, 5, 13, 7, 15
#define IN_ORDER 0, 2, 4, 6, 1, 3, 5, 7
#elif LANES == 4
#define LOW_WORDS 0, 4, 2, 6
#define HIGH_WORDS 1, 5, 3, 7
#define IN_ORDER 0, 2, 1, 3
#else
#define LOW_WORDS 0, 2
#define HIGH_WORDS 1, 3
#define IN_ORDER 0, 1
#endif

INLINE reals each(double value) { return (reals){0} + value; }
INLINE words each_word(uint64_t value) { return (words){0} + value; }
INLINE reals fused(reals a, reals b, reals c) { return __builtin_elementwise_fma(a, b, c); }

// LANES numbers of a column, two words each, low word first.
INLINE wides load(const uint64_t *column) {
  words a, b;
  memcpy(&a, column, sizeof a);
  memcpy(&b, column + LANES, sizeof b);
  return (wides){__builtin_shufflevector(a, b, LOW_WORDS), __builtin_shufflevector(a, b, HIGH_WORDS)};
}

INLINE void store(uint64_t *column, wides numbers) {
  // Pairs of words within 128 bits: the shuffle of `load` is its own inverse.
  words a = __builtin_shufflevector(numbers.low, numbers.high, LOW_WORDS);
  words b = __builtin_shufflevector(numbers.low, numbers.high, HIGH_WORDS);
  memcpy(column, &a, sizeof a);
  memcpy(column + LANES, &b, sizeof b);
}

// A bit for each row whose flag is set.
INLINE uint64_t bits_of(flags lanes) {
  bits rows = __builtin_convertvector(lanes, bits);
  rows = __builtin_shufflevector(rows, rows, IN_ORDER);
  uint8_t byte;
  memcpy(&byte, &rows, 1);
  return byte & ((1u << LANES) - 1);
}

// Whether this thread rounds to nearest: the bounds hold for no other mode.
INLINE bool rounds_to_nearest(void) {
  volatile double tiny = 0x1p-60;
  return 1.0 + tiny == 1.0 && 1.0 - tiny == 1.0;
}

// The integer nearest to whole + part, where no integer and a half is within 1/2 - room of it.
//
// `whole` is an integer from 0 to 2^97, |part| < 2^47 + 2^45. Returns the flags of the lanes that are
// decided, NaN not among them; what the others hold says nothing.
INLINE flags nearest(reals whole, reals part, reals room, wides *integer) {
  // The sum is 2^52 + 2^49 + n, n the integer nearest to part.
  const double bias = 0x1p52 + 0x1p49;
  reals biased = part + bias, distance = part - (biased - bias);
  distance = (reals)((words)distance & ~(1ull << 63));
  // whole = top * 2^48 + rest, |rest| <= 2^47. The bits of 2^52 + k hold k: top's by one more fused product,
  // n + rest by adding rest to what is biased already.
  reals biased_top = fused(whole, each(0x1p-48), each(0x1p52));
  reals rest = fused(biased_top - 0x1p52, each(-0x1p48), whole);
  words top = (words)biased_top, bottom = (words)(rest + biased);
  // Off with the exponents, 0x433, of both, and with the bias 2^49, which is 2 in units of 2^48.
  top += (bottom >> 48) - ((0x433ull << 52) + 0x4330 + 2);
  *integer = (wides){top << 48 | (bottom & ((1ull << 48) - 1)), top >> 16};
  return distance < room;
}

#endif
