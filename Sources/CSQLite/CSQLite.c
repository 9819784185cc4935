#include "CSQLite.h"

#include <dlfcn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  // STRICT tables came with it.
  oldest_version = 3037000,
  open_readonly = 0x1,
  open_readwrite = 0x2,
  open_create = 0x4,
  open_uri = 0x40,
  open_nomutex = 0x8000,
  open_extended_results = 0x02000000,
};

static struct {
  int (*libversion_number)(void);
  int (*open_v2)(const char *, void **, int, const char *);
  int (*close_v2)(void *);
  int (*busy_timeout)(void *, int);
  const char *(*errmsg)(void *);
  int (*system_errno)(void *);
  int (*prepare_v2)(void *, const char *, int, void **, const char **);
  int (*finalize)(void *);
  int (*step)(void *);
  int (*reset)(void *);
  int (*bind_text)(void *, int, const char *, int, void (*)(void *));
  int (*bind_int64)(void *, int, int64_t);
  int (*bind_null)(void *, int);
  int (*column_type)(void *, int);
  int64_t (*column_int64)(void *, int);
  const unsigned char *(*column_text)(void *, int);
  int (*column_bytes)(void *, int);
  bool complete;
} sqlite;

static const char *const names[] = {
  "libsqlite3.so.0", "libsqlite3.dylib", "/usr/lib/libsqlite3.dylib",
};

static bool find(void *library, const char *name, void *function) {
  *(void **)function = dlsym(library, name);
  return *(void **)function != NULL;
}

const char *csqlite_load(void) {
  if (sqlite.complete) return NULL;
  void *library = NULL;
  for (size_t i = 0; !library && i < sizeof names / sizeof *names; i++)
    library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (!library) return "libsqlite3 is not installed";
  bool complete = find(library, "sqlite3_libversion_number", &sqlite.libversion_number)
    && find(library, "sqlite3_open_v2", &sqlite.open_v2)
    && find(library, "sqlite3_close_v2", &sqlite.close_v2)
    && find(library, "sqlite3_busy_timeout", &sqlite.busy_timeout)
    && find(library, "sqlite3_errmsg", &sqlite.errmsg)
    && find(library, "sqlite3_system_errno", &sqlite.system_errno)
    && find(library, "sqlite3_prepare_v2", &sqlite.prepare_v2)
    && find(library, "sqlite3_finalize", &sqlite.finalize)
    && find(library, "sqlite3_step", &sqlite.step)
    && find(library, "sqlite3_reset", &sqlite.reset)
    && find(library, "sqlite3_bind_text", &sqlite.bind_text)
    && find(library, "sqlite3_bind_int64", &sqlite.bind_int64)
    && find(library, "sqlite3_bind_null", &sqlite.bind_null)
    && find(library, "sqlite3_column_type", &sqlite.column_type)
    && find(library, "sqlite3_column_int64", &sqlite.column_int64)
    && find(library, "sqlite3_column_text", &sqlite.column_text)
    && find(library, "sqlite3_column_bytes", &sqlite.column_bytes);
  if (!complete || sqlite.libversion_number() < oldest_version)
    return "libsqlite3 is older than 3.37";
  sqlite.complete = true;
  return NULL;
}

int csqlite_open(const char *path, enum csqlite_mode mode, void **database) {
  int flags = open_nomutex | open_extended_results;
  switch (mode) {
  case csqlite_read: flags |= open_readonly; break;
  case csqlite_write: flags |= open_readwrite; break;
  case csqlite_create: flags |= open_readwrite | open_create; break;
  }
  return sqlite.open_v2(path, database, flags, NULL);
}

int csqlite_open_immutable(const char *path, void **database) {
  // As a URI every byte of the path may be written as its number.
  static const char digits[] = "0123456789abcdef", head[] = "file:", tail[] = "?immutable=1";
  size_t size = strlen(path);
  char *uri = malloc(sizeof head + 3 * size + sizeof tail), *end = uri;
  *database = NULL;
  if (!uri) return 7;
  memcpy(end, head, sizeof head - 1);
  end += sizeof head - 1;
  for (size_t i = 0; i < size; i++) {
    unsigned char byte = (unsigned char)path[i];
    *end++ = '%';
    *end++ = digits[byte >> 4];
    *end++ = digits[byte & 15];
  }
  memcpy(end, tail, sizeof tail);
  int result = sqlite.open_v2(
    uri, database, open_readonly | open_uri | open_nomutex | open_extended_results, NULL);
  free(uri);
  return result;
}

void csqlite_close(void *database) { sqlite.close_v2(database); }

void csqlite_wait(void *database, int milliseconds) {
  sqlite.busy_timeout(database, milliseconds);
}

const char *csqlite_words(void *database) { return sqlite.errmsg(database); }

int csqlite_system_error(void *database) { return sqlite.system_errno(database); }

int csqlite_prepare(void *database, const char *text, size_t size, void **statement) {
  return sqlite.prepare_v2(database, text, (int)size, statement, NULL);
}

void csqlite_finalize(void *statement) { sqlite.finalize(statement); }
int csqlite_step(void *statement) { return sqlite.step(statement); }
int csqlite_reset(void *statement) { return sqlite.reset(statement); }

int csqlite_bind_text(void *statement, int index, const char *text, size_t size) {
  if (size > 0x7fffffff) return 18;
  // SQLITE_TRANSIENT: the text is copied.
  return sqlite.bind_text(
    statement, index, size ? text : "", (int)size, (void (*)(void *))(intptr_t)-1);
}

int csqlite_bind_integer(void *statement, int index, int64_t value) {
  return sqlite.bind_int64(statement, index, value);
}

int csqlite_bind_null(void *statement, int index) { return sqlite.bind_null(statement, index); }
int csqlite_column_type(void *statement, int index) { return sqlite.column_type(statement, index); }

int64_t csqlite_column_integer(void *statement, int index) {
  return sqlite.column_int64(statement, index);
}

const unsigned char *csqlite_column_text(void *statement, int index, int *size) {
  const unsigned char *text = sqlite.column_text(statement, index);
  *size = text ? sqlite.column_bytes(statement, index) : 0;
  return text;
}
