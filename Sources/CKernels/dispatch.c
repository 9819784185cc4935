#include "CKernels.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

static const char *const names[] = {"portable", "avx2", "avx512"};

int berayield_best_variant(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vl")) {
    return 2;
  }
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") &&
      __builtin_cpu_supports("fma")) {
    return 1;
  }
#endif
  return 0;
}

const char *berayield_variant_name(int variant) { return names[variant]; }

int berayield_variant_at_most(const char *name) {
  int variant = berayield_best_variant();
  for (int lesser = 0; name != NULL && lesser < variant; lesser++) {
    if (strcmp(name, names[lesser]) == 0) {
      return lesser;
    }
  }
  return variant;
}

int berayield_variant(void) {
  static atomic_int chosen = -1;
  int variant = atomic_load_explicit(&chosen, memory_order_relaxed);
  if (variant < 0) {
    // Two threads that come here at once store the same.
    variant = berayield_variant_at_most(getenv("BERAYIELD_PROCESSOR"));
    atomic_store_explicit(&chosen, variant, memory_order_relaxed);
  }
  return variant;
}
