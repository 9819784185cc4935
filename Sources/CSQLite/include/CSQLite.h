// SQLite's functions with own prototypes, found when they are first needed.
//
// Linking libsqlite3 would keep every command from starting where it is not installed, and asks for its
// headers to build. So the library is opened here. The numbers are those of sqlite3.h, which never change.
#ifndef BERAYIELD_CSQLITE_H
#define BERAYIELD_CSQLITE_H

#include <stddef.h>
#include <stdint.h>

enum csqlite_result {
  csqlite_ok = 0,
  csqlite_busy = 5,
  csqlite_full = 13,
  csqlite_row = 100,
  csqlite_done = 101,
};

enum csqlite_type { csqlite_integer = 1, csqlite_text = 3, csqlite_null = 5 };

enum csqlite_mode { csqlite_read, csqlite_write, csqlite_create };

/// Opens libsqlite3; answers nothing, or a short text of what is missing.
const char *csqlite_load(void);

/// Opens a database for one thread; the path is a path, never a URI. What is opened must be closed, also
/// after an error.
int csqlite_open(const char *path, enum csqlite_mode mode, void **database);

/// Opens a file that nobody changes, where nothing can be written beside it.
int csqlite_open_immutable(const char *path, void **database);
void csqlite_close(void *database);

/// Milliseconds for which a locked database is tried again.
void csqlite_wait(void *database, int milliseconds);

/// SQLite's words for the last error of a database.
const char *csqlite_words(void *database);

/// The system's error behind the last one; 0 where there is none.
int csqlite_system_error(void *database);

int csqlite_prepare(void *database, const char *text, size_t size, void **statement);
void csqlite_finalize(void *statement);
int csqlite_step(void *statement);
int csqlite_reset(void *statement);

int csqlite_bind_text(void *statement, int index, const char *text, size_t size);
int csqlite_bind_integer(void *statement, int index, int64_t value);
int csqlite_bind_null(void *statement, int index);

int csqlite_column_type(void *statement, int index);
int64_t csqlite_column_integer(void *statement, int index);

/// A column's text, which lives until the statement goes on, and its size.
const unsigned char *csqlite_column_text(void *statement, int index, int *size);

#endif
