#ifndef BERAYIELD_CYIELDKERNELS_H
#define BERAYIELD_CYIELDKERNELS_H

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

#endif
