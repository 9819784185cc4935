// The door of berayield: exact Proof-of-Liquidity yields of tables in memory, over Apache Arrow's C data
// interface (https://arrow.apache.org/docs/format/CDataInterface.html). A shared library, libBeraYieldC, has
// these functions and no other symbols.
//
//     berayield_open    which columns a table has, and what is asked     -> a job
//     berayield_run     a batch of rows                                  -> a batch of figures
//     berayield_stream  a stream of batches                              -> a stream of figures, as it is drawn
//     berayield_close   the job's end
//     berayield_ask     a question that is no table: JSON in             -> JSON, or a stream of rows
//     berayield_version, berayield_live
//
// STATUS. Every function answers a berayield_status, and the figures of a call are there with BERAYIELD_OK alone.
//
// MESSAGES. With any other status `message`, a buffer of `capacity` bytes that the caller owns, has a fault as one
// JSON object, ended by a zero byte, and cut off where it is longer; 4096 bytes are enough. Its members are those of
// `berayield --format json` on stderr (code, message, path, found, expected, hint), and `row`: the row from 0,
// counted through all batches of a job, or null. `message` alone is for people. A capacity of 0 asks for none.
//
// OWNERSHIP. It is Arrow's own: a structure has a release function until it is released, and whoever has it releases
// it once. What is handed to a function of the door is moved: the door takes it over on every path, also with a fault
// or a null beside it, and sets the caller's `release` to NULL. What a function hands out is the caller's, who releases
// it; with a fault it hands out nothing, and the structure's `release` is NULL. Outputs are built aside and moved
// last. What comes out does not hold on to what went in, but for the columns that a job keeps: their buffers are
// the producer's, released with the batch that has them. A structure that was moved or released already
// (`release` is NULL) is refused.
//
// THREADS. The functions may be called from any thread, also at the same time; only a job is one call's at a time: a
// second one waits for the first. Threads that a call starts are joined before it returns; nothing is kept between
// calls, so a process may fork between any two of them. A stream may be drawn from by one thread at a time, as Arrow
// says, and needs no job: it lives on when its job is closed.
//
// TRUST. Of Arrow's structures everything is checked that can be: pointers, counts, lengths and their sums, offsets
// that fall or pass the last one, indices of dictionaries and of views. Buffers carry no sizes: nobody can detect one
// that is too short, an array that begins behind the end of its buffers, a last offset that is too large, more buffers
// of views than there are, or memory that was given back. Their producer is trusted so far.

#ifndef BERAYIELD_H
#define BERAYIELD_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
  const char *format;
  const char *name;
  const char *metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema **children;
  struct ArrowSchema *dictionary;
  void (*release)(struct ArrowSchema *);
  void *private_data;
};

struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void **buffers;
  struct ArrowArray **children;
  struct ArrowArray *dictionary;
  void (*release)(struct ArrowArray *);
  void *private_data;
};

#endif

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *out);
  int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *out);
  const char *(*get_last_error)(struct ArrowArrayStream *);
  void (*release)(struct ArrowArrayStream *);
  void *private_data;
};

#endif

typedef enum {
  BERAYIELD_OK = 0,
  // What was handed over is at fault: a value, a column, the request. Nothing else happened.
  BERAYIELD_BAD_INPUT = 1,
  // The structures of Arrow are: released, inconsistent, of a type that cannot be read.
  BERAYIELD_BAD_ARROW = 2,
  // There is no memory for the result.
  BERAYIELD_NO_MEMORY = 3,
  // A chain could not be read.
  BERAYIELD_CHAIN = 4,
  // The library itself failed.
  BERAYIELD_INTERNAL = 5,
} berayield_status;

// What is asked of a table, made by berayield_open.
typedef struct berayield_job berayield_job;

// What is alive of what the door has handed out or taken over.
typedef struct {
  int64_t jobs;
  int64_t schemas;
  int64_t arrays;
  int64_t streams;
  int64_t answers;
} berayield_counts;

// A text of the door: UTF-8, with a zero byte behind its end. The caller calls `release`, once.
typedef struct berayield_answer {
  const char *text;
  size_t count;
  void (*release)(struct berayield_answer *);
  void *private_data;
} berayield_answer;

// Writes the version, such as 0.1.0, into `message`; always BERAYIELD_OK.
int32_t berayield_version(char *message, size_t capacity);

// Makes a job of a request, a JSON object in UTF-8, and of a table's columns:
//
//     at           the time of evaluation: unix seconds, 2026-05-01T12:00:00Z, now, -7d, or "timestamp": each
//                  row's own, of its column timestamp. Required.
//     metrics      the columns to answer, by the names of `berayield csv`. Default: apr, active.
//     map          {"reward_rate": "my_column"}: columns under other names.
//     year         365, 365.25 or seconds; default 365.
//     commission   basis points or "5%", for net_apr and net_apy.
//     errors       "raise" (default): a row that cannot be evaluated ends the call. "column": it is all null, and
//                  a last column, `error`, says why.
//     allowFloat   whether a float is taken as the decimal that it prints; default false: floats are refused.
//     strict       whether digits beyond the 18th decimal of a price are refused; default false: half to even.
//     precision    38 (default): figures are decimal128(38, 18). 76: decimal256(76, 18). What is beyond is null
//                  with the status beyondRange.
//     text         true, or names of metrics: these come as text, all digits. Default false.
//     keep         true, or names of columns of the table: they stand in front of the figures. Default false.
//     threads      how many work on a batch, 1 to 1024; default: one per processor.
//
// `columns` is moved in: the schema of a batch, a struct (+s). `figures` receives the schema of the answers.
int32_t berayield_open(const char *request, struct ArrowSchema *columns, struct ArrowSchema *figures,
                       berayield_job **job, char *message, size_t capacity);

// Evaluates a batch, a struct of the job's columns, which is moved in.
int32_t berayield_run(berayield_job *job, struct ArrowArray *batch, struct ArrowArray *figures, char *message,
                      size_t capacity);

// Makes a stream that evaluates the batches of `batches`, moved in, one by one as they are asked for: memory does not
// grow with their number. The stream of a job is the job's only one, and comes before any berayield_run. Its
// get_last_error is the fault for people; berayield_close has the fault itself.
int32_t berayield_stream(berayield_job *job, struct ArrowArrayStream *batches, struct ArrowArrayStream *figures,
                         char *message, size_t capacity);

// Ends a job; nothing happens to NULL. The status and the message are those of the first batch that failed.
int32_t berayield_close(berayield_job *job, char *message, size_t capacity);

// What is alive now, for tests that ask whether all comes back to zero.
int32_t berayield_live(berayield_counts *counts);

// Answers a question from a request, a JSON object in UTF-8:
//
//     "apr"        one vault, by the keys of `berayield apr`, and at, compounding, commission, balance,
//                  deposit, hurdle, explain, sensitivity, year, era, format (json, text, html)
//     "sweep"      `grid`, a grid file's axes, fixed and metrics, and at, year, era, precision, threads, points (from the
//                  first of two numbers up to the second): its points are `rows`
//     "catalogue"  the names of inputs and figures, with their units
//     "allocate", "validator", "rank"
//                  about `snapshot`, a document of `berayield snapshot` or the path of its file; besides, the options of
//                  the commands of these names, as in stakeShare for --stake-share; `only` and `not` are arrays
//     "changes"    between two of them, `before` and `after`; and threshold
//
// `answer` receives {"answer": ..., "notes": [...]}, `rows` a stream where the question has rows; `rows` may be NULL
// where it has none.
int32_t berayield_ask(const char *question, const char *request, berayield_answer *answer,
                      struct ArrowArrayStream *rows, char *message, size_t capacity);

// For bindings of CPython: the destructor of a capsule whose structure of Arrow was allocated by malloc(3). It releases
// the structure, if nobody has taken it over, and frees it. It looks the interpreter's functions up in the process.
void berayield_end_capsule(void *capsule);

#ifdef __cplusplus
}
#endif

#endif
