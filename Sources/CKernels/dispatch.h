#ifndef BERAYIELD_DISPATCH_H
#define BERAYIELD_DISPATCH_H

// A body is written once, in plain C, and compiled once for each kind of processor: it is inlined into
// functions whose target differs.
#define BODY static inline __attribute__((always_inline))

#if defined(__x86_64__)
#define FOR_AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt")))
#define FOR_AVX512 __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,bmi,bmi2,popcnt")))
#endif

// The best variant of this processor: 0 portable, 1 AVX2, 2 AVX-512.
static inline int best_variant(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vl")) {
    return 2;
  }
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2")) {
    return 1;
  }
#endif
  return 0;
}

#endif
