/* What every C and C++ peer shares: inputs, the clock, the fingerprint of answers, one line of JSON. */
#ifndef WORKBENCH_H
#define WORKBENCH_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
  uint64_t *words;
  size_t count;
} Words;

/* The directory of the input files and how long one measurement may take, from the command line. */
extern const char *input_directory;
extern double budget_ns;

typedef void (*Pass)(void *context);

/* Reads a whole file of little-endian words; ends the program with a message when it cannot. */
Words read_words(const char *format, int number);

/* Nanoseconds per operation: a warming pass, then the median of five slices of equal length. */
double measure(Pass pass, void *context, size_t operations);

/* (answer mod 2^61-1) * (2 index + 1), to be summed over all answers; see harness/folding.py. */
uint64_t folded(const uint64_t *limbs, size_t count, size_t index);

/* Prints one result line. `wrong` is negative for exact programs. */
void report(const char *workload, const char *tool, double ns, size_t operations, uint64_t fold);
void report_inexact(const char *workload, const char *tool, double ns, size_t operations,
                    uint64_t wrong, double wrong_digits);

#ifdef __cplusplus
}
#endif

#endif
