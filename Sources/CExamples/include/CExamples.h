#ifndef CEXAMPLES_H
#define CEXAMPLES_H

#include <stddef.h>
#include <stdint.h>

// A file of `data`: its path there, and its bytes.
typedef struct {
  const char *path;
  const uint8_t *bytes;
  size_t count;
} berayield_example;

// How many there are, and one of them.
size_t berayield_example_count(void);
berayield_example berayield_example_at(size_t index);

#endif
