/* The parameter grid in C: a pure store as the floor, into the cache and around it, and float64 with the
   divisor's reciprocal. */
#include <math.h>
#include <string.h>
#if defined(__x86_64__)
#include <emmintrin.h>
#endif

#include "peers.h"

typedef struct {
  size_t counts[4];
  size_t points;
  const uint64_t *words; /* two words a value, the four axes one after another */
  double *axes[4];
  double *values;
} Grid;

static double as_double(const uint64_t *words) {
  return (double)words[0] + (double)words[1] * 0x1p64;
}

static void pass_store(void *context) {
  Grid *grid = context;
  uint64_t *out = (uint64_t *)grid->values;
  for (size_t i = 0; i < grid->points; i++) {
    out[i] = i;
  }
}

#if defined(__x86_64__)
static void pass_store_around_cache(void *context) {
  Grid *grid = context;
  for (size_t i = 0; i + 2 <= grid->points; i += 2) {
    _mm_stream_si128((__m128i *)(grid->values + i), _mm_set1_epi64x((long long)i));
  }
  _mm_sfence();
}
#endif

static void pass_double(void *context) {
  Grid *grid = context;
  double *out = grid->values;
  for (size_t p = 0; p < grid->counts[0]; p++) {
    for (size_t s = 0; s < grid->counts[1]; s++) {
      double reciprocal = 31536000.0 / (grid->axes[0][p] * grid->axes[1][s]);
      for (size_t q = 0; q < grid->counts[2]; q++) {
        double factor = reciprocal * grid->axes[2][q];
        for (size_t r = 0; r < grid->counts[3]; r++) {
          *out++ = factor * grid->axes[3][r];
        }
      }
    }
  }
}

/* How many points differ from the exact floor, and in how many trailing digits on average. */
static void compare(Grid *grid, const uint64_t *expected, uint64_t *wrong, double *digits) {
  uint64_t total = 0;
  *wrong = 0;
  for (size_t i = 0; i < grid->points; i++) {
    int64_t difference = (int64_t)((uint64_t)floor(grid->values[i]) - expected[i]);
    *wrong += difference != 0;
    for (uint64_t rest = (uint64_t)llabs(difference); rest != 0; rest /= 10) {
      total++;
    }
  }
  *digits = (double)total / (double)grid->points;
}

static void run(const char *file, const char *answers, const char *workload) {
  Words input = read_words(file, 0);
  Words expected = read_words(answers, 0);
  Grid grid = {{0}, 1, input.words + 8, {NULL}, NULL};
  size_t offset = 0;
  for (int axis = 0; axis < 4; axis++) {
    grid.counts[axis] = input.words[axis];
    grid.points *= grid.counts[axis];
    grid.axes[axis] = malloc(grid.counts[axis] * sizeof(double));
    for (size_t i = 0; i < grid.counts[axis]; i++, offset++) {
      grid.axes[axis][i] = as_double(grid.words + 2 * offset);
    }
  }
  grid.values = malloc(grid.points * sizeof(double));
  memset(grid.values, 1, grid.points * sizeof(double));
  double ns = measure(pass_store, &grid, grid.points);
  report_inexact(workload, "c-store-only", ns, grid.points, grid.points, 18);
#if defined(__x86_64__)
  ns = measure(pass_store_around_cache, &grid, grid.points);
  report_inexact(workload, "c-store-around-cache", ns, grid.points, grid.points, 18);
#endif
  ns = measure(pass_double, &grid, grid.points);
  uint64_t wrong;
  double digits;
  compare(&grid, expected.words, &wrong, &digits);
  report_inexact(workload, "c-float64", ns, grid.points, wrong, digits);
}

void run_grid(void) {
  run("grid-linear.bin", "grid-linear.expected.bin", "grid/linear");
  run("grid-small.bin", "grid-small.expected.bin", "grid/small");
}
