#include "workbench.h"

#include <string.h>

const char *input_directory = ".";
double budget_ns = 50e6;

Words read_words(const char *format, int number) {
  char name[256], path[1024];
  snprintf(name, sizeof name, format, number);
  snprintf(path, sizeof path, "%s/%s", input_directory, name);
  FILE *file = fopen(path, "rb");
  if (file == NULL) {
    fprintf(stderr, "cannot read %s\n", path);
    exit(2);
  }
  fseek(file, 0, SEEK_END);
  size_t bytes = (size_t)ftell(file);
  rewind(file);
  Words result = {malloc(bytes + 8), bytes / 8};
  if (result.words == NULL || fread(result.words, 1, bytes, file) != bytes) {
    fprintf(stderr, "short read of %s\n", path);
    exit(2);
  }
  fclose(file);
  return result;
}

/* The time that this thread has had a processor: what else the machine does is not measured. */
static double now_ns(void) {
  struct timespec time;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

double measure(Pass pass, void *context, size_t operations) {
  double start = now_ns();
  pass(context);
  double one = now_ns() - start;
  enum { slices = 5 };
  size_t repeats = (size_t)(budget_ns / slices / (one + 1)) + 1;
  double samples[slices];
  for (int slice = 0; slice < slices; slice++) {
    start = now_ns();
    for (size_t i = 0; i < repeats; i++) {
      pass(context);
    }
    samples[slice] = (now_ns() - start) / (double)repeats / (double)operations;
  }
  qsort(samples, slices, sizeof samples[0], ascending);
  return samples[slices / 2];
}

uint64_t folded(const uint64_t *limbs, size_t count, size_t index) {
  const uint64_t modulus = (1ull << 61) - 1;
  unsigned __int128 rest = 0;
  for (size_t i = count; i-- > 0;) {
    rest = ((rest << 64) | limbs[i]) % modulus;
  }
  return (uint64_t)rest * (2 * (uint64_t)index + 1);
}

void report(const char *workload, const char *tool, double ns, size_t operations, uint64_t fold) {
  printf("{\"workload\":\"%s\",\"tool\":\"%s\",\"ns\":%.6g,\"operations\":%zu,\"fold\":\"%016llx\"}\n",
         workload, tool, ns, operations, (unsigned long long)fold);
}

void report_inexact(const char *workload, const char *tool, double ns, size_t operations,
                    uint64_t wrong, double wrong_digits) {
  printf("{\"workload\":\"%s\",\"tool\":\"%s\",\"ns\":%.6g,\"operations\":%zu,"
         "\"wrong\":%llu,\"of\":%zu,\"wrong_digits\":%.3f}\n",
         workload, tool, ns, operations, (unsigned long long)wrong, operations, wrong_digits);
}
