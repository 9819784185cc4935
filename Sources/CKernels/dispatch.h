#ifndef BERAYIELD_DISPATCH_H
#define BERAYIELD_DISPATCH_H

// A body is written once, in plain C or with the compiler's own vectors, and compiled once for each kind of
// processor: it is inlined into functions whose target differs.
#define BODY static inline __attribute__((always_inline))

#if defined(__x86_64__)
#define FOR_AVX2 __attribute__((target("avx2,fma,bmi,bmi2,popcnt")))
#define FOR_AVX512 __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,bmi,bmi2,popcnt")))
// The call of one variant of a function, see berayield_variant.
#define CALL_VARIANT(variant, name, ...)                                                           \
  ((variant) == 2   ? name##_avx512(__VA_ARGS__)                                                   \
   : (variant) == 1 ? name##_avx2(__VA_ARGS__)                                                     \
                    : name##_portable(__VA_ARGS__))
#else
#define CALL_VARIANT(variant, name, ...) ((void)(variant), name##_portable(__VA_ARGS__))
#endif

#endif
