// The door from C: a batch, a stream, questions, and structures that are wrong, in memory of exactly their size, so
// that an address sanitizer sees every byte that is read too many.
//
//   door [COUNT]     COUNT structures wrong at random (10000 unless given)

#include "berayield.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { rows = 8, columns = 5 };
static int releases;

#define CHECK(condition)                                                          \
  do {                                                                            \
    if (!(condition)) {                                                           \
      fprintf(stderr, "error: door.c:%d: %s\n", __LINE__, #condition);            \
      exit(1);                                                                    \
    }                                                                             \
  } while (0)

// What a structure of ours owns; freed by what was made, not by what a test has changed since.
typedef struct {
  void *memory[8], *children[8], *pointers, *buffers; int buffer_count;
} owned;

static void *copy(const void *bytes, size_t count) {
  void *memory = malloc(count ? count : 1);
  memcpy(memory, bytes, count);
  return memory;
}

static void release_array(struct ArrowArray *array) {
  owned *own = array->private_data;
  for (int i = 0; i < 8; i++) {
    struct ArrowArray *child = own->children[i];
    if (child) release_array(child);
    free(child);
    free(own->memory[i]);
  }
  free(own->pointers);
  free(own->buffers);
  free(own);
  array->release = NULL;
  releases++;
}

static void release_schema(struct ArrowSchema *schema) {
  owned *own = schema->private_data;
  for (int i = 0; i < 8; i++) {
    struct ArrowSchema *child = own->children[i];
    if (child) release_schema(child);
    free(child);
  }
  free(own->pointers);
  free(own);
  schema->release = NULL;
  releases++;
}

static struct ArrowArray make_array(int64_t length, int count) {
  owned *own = calloc(1, sizeof *own);
  own->buffers = calloc(count ? count : 1, sizeof(void *)), own->buffer_count = count;
  struct ArrowArray array = {.length = length, .n_buffers = count, .buffers = own->buffers,
                             .release = release_array, .private_data = own};
  return array;
}

static void give(struct ArrowArray *array, int index, const void *bytes, size_t count) {
  owned *own = array->private_data;
  own->memory[index] = copy(bytes, count);
  array->buffers[index] = own->memory[index];
}

static struct ArrowArray make_texts(const char *text, bool views) {
  size_t length = strlen(text);
  struct ArrowArray array = make_array(rows, views ? 4 : 3);
  char *bytes = malloc(rows * length + 1);
  for (int i = 0; i < rows; i++) memcpy(bytes + i * length, text, length);
  if (views) {
    unsigned char cells[16 * rows] = {0};
    for (int i = 0; i < rows; i++) {
      int32_t cell[4] = {(int32_t)length, 0, 0, (int32_t)(i * length)};
      memcpy(cells + 16 * i, cell, 16);
      if (length <= 12) memcpy(cells + 16 * i + 4, text, length);
    }
    int64_t size = (int64_t)(rows * length);
    give(&array, 1, cells, sizeof cells);
    give(&array, 2, bytes, rows * length);
    give(&array, 3, &size, sizeof size);
  } else {
    int32_t offsets[rows + 1];
    for (int i = 0; i <= rows; i++) offsets[i] = (int32_t)(i * length);
    give(&array, 1, offsets, sizeof offsets);
    give(&array, 2, bytes, rows * length);
  }
  free(bytes);
  return array;
}

static struct ArrowArray make_batch(bool views) {
  const char *texts[] = {"272490527103681170793308992914391673", "598626940947001140289", "7.8", "223845.58",
                         "1900000000"};
  struct ArrowArray batch = make_array(rows, 1);
  owned *own = batch.private_data;
  own->pointers = calloc(columns, sizeof(void *));
  batch.children = own->pointers;
  batch.n_children = columns;
  for (int i = 0; i < columns; i++) {
    struct ArrowArray child = make_texts(texts[i], views);
    own->children[i] = copy(&child, sizeof child);
    batch.children[i] = own->children[i];
  }
  return batch;
}

static struct ArrowSchema make_schema(bool views) {
  static const char *names[] = {"reward_rate", "total_supply", "reward_price", "stake_price", "period_finish"};
  owned *own = calloc(1, sizeof *own);
  own->pointers = calloc(columns, sizeof(void *));
  struct ArrowSchema schema = {.format = "+s", .name = "", .n_children = columns, .children = own->pointers,
                               .release = release_schema, .private_data = own};
  for (int i = 0; i < columns; i++) {
    struct ArrowSchema child = {.format = views ? "vu" : "u", .name = names[i], .flags = ARROW_FLAG_NULLABLE,
                                .release = release_schema, .private_data = calloc(1, sizeof(owned))};
    own->children[i] = copy(&child, sizeof child);
    schema.children[i] = own->children[i];
  }
  return schema;
}

static const char *request = "{\"at\": 1800000000, \"metrics\": [\"apr\", \"status\", \"tvl_usd\"]}";
static char message[4096];

static berayield_job *open_job(bool views) {
  struct ArrowSchema in = make_schema(views), out;
  berayield_job *job;
  CHECK(berayield_open(request, &in, &out, &job, message, sizeof message) == BERAYIELD_OK);
  CHECK(!in.release && out.n_children == 3 && !strcmp(out.children[0]->format, "d:38,18"));
  CHECK(!strcmp(out.children[1]->dictionary->format, "u"));
  out.release(&out);
  return job;
}

static void check_figures(struct ArrowArray *figures) {
  CHECK(figures->length == rows && figures->n_children == 3 && figures->children[0]->null_count == 0);
  const uint64_t *apr = figures->children[0]->buffers[1];
  for (int i = 0; i < rows; i++) CHECK(apr[2 * i] == 500204779481316715u && apr[2 * i + 1] == 0);
  figures->release(figures);
  CHECK(!figures->release);
}

static int left;
static int get_schema(struct ArrowArrayStream *stream, struct ArrowSchema *out) {
  (void)stream;
  *out = make_schema(false);
  return 0;
}
static int get_next(struct ArrowArrayStream *stream, struct ArrowArray *out) {
  (void)stream;
  if (left < 0) return 5;
  if (left-- > 0) *out = make_batch(false);
  else out->release = NULL;
  return 0;
}
static const char *get_last_error(struct ArrowArrayStream *stream) { return (void)stream, "the disk is on fire"; }
static void release_stream(struct ArrowArrayStream *stream) { stream->release = NULL; releases++; }

static void streams(int batches) {
  berayield_job *job = open_job(false);
  struct ArrowArrayStream in = {get_schema, get_next, get_last_error, release_stream, NULL}, out, again = in;
  left = batches;
  CHECK(berayield_stream(job, &in, &out, message, sizeof message) == BERAYIELD_OK && !in.release);
  struct ArrowArrayStream second;
  CHECK(berayield_stream(job, &again, &second, message, sizeof message) == BERAYIELD_BAD_INPUT);
  CHECK(!again.release && !second.release && strstr(message, "rows already"));
  struct ArrowArray batch;
  for (int i = 0; i < batches && out.get_next(&out, &batch) == 0; i++) check_figures(&batch);
  if (batches > 1) {
    CHECK(out.get_next(&out, &batch) == 0 && !batch.release);
  } else {
    left = -1;
    CHECK(out.get_next(&out, &batch) != 0 && strstr(out.get_last_error(&out), "the disk is on fire"));
  }
  int status = berayield_close(job, message, sizeof message);
  CHECK(batches > 1 ? status == BERAYIELD_OK : status == BERAYIELD_BAD_ARROW);
  out.release(&out);
}

static void mistakes(void) {
  struct ArrowSchema out;
  struct ArrowArray batch = make_batch(false), figures;
  berayield_job *job;
  CHECK(berayield_open(request, NULL, &out, &job, message, sizeof message) == BERAYIELD_BAD_INPUT && !job);
  struct ArrowSchema in = make_schema(false);
  CHECK(berayield_open(NULL, &in, &out, &job, message, sizeof message) == BERAYIELD_BAD_INPUT && !in.release);
  in = make_schema(false);
  CHECK(berayield_open("{\"at\": 5, \"metrics\": [\"nope\"]}", &in, &out, &job, message, 40) ==
        BERAYIELD_BAD_INPUT);
  CHECK(strlen(message) == 39 && strstr(message, "unknownName"));
  CHECK(berayield_run(NULL, &batch, &figures, NULL, 0) == BERAYIELD_BAD_INPUT && !batch.release);
  CHECK(!figures.release);
  CHECK(berayield_close(NULL, message, sizeof message) == BERAYIELD_OK);
  job = open_job(false);
  CHECK(berayield_close(job, NULL, 0) == BERAYIELD_OK);
  batch = make_batch(false);
  CHECK(berayield_run(job, &batch, &figures, message, sizeof message) == BERAYIELD_BAD_INPUT);
  CHECK(berayield_close(job, message, sizeof message) == BERAYIELD_BAD_INPUT && strstr(message, "closed"));
  job = open_job(false);
  batch = make_batch(false);
  memcpy((void *)batch.children[2]->buffers[2], "-.8", 3);
  CHECK(berayield_run(job, &batch, &figures, message, sizeof message) == BERAYIELD_BAD_INPUT);
  CHECK(strstr(message, "\"row\":0") && strstr(message, "reward_price") && !figures.release);
  CHECK(berayield_close(job, message, sizeof message) == BERAYIELD_BAD_INPUT);
}

static void questions(void) {
  berayield_answer answer;
  const char *vault =
      "{\"rewardRate\": \"272490527103681170793308992914391673\", \"totalSupply\": \"598626940947001140289\","
      " \"rewardPrice\": \"7.8\", \"stakePrice\": \"223845.58\", \"periodFinish\": null, \"at\": 1767600000}";
  CHECK(berayield_ask("apr", vault, &answer, NULL, message, sizeof message) == BERAYIELD_OK);
  CHECK(strstr(answer.text, "0.500204779481316715") && strlen(answer.text) == answer.count);
  answer.release(&answer);
  CHECK(berayield_ask("apr", "{", &answer, NULL, message, sizeof message) == BERAYIELD_BAD_INPUT);
  CHECK(berayield_ask("nope", "{}", &answer, NULL, message, sizeof message) == BERAYIELD_BAD_INPUT);
  CHECK(!answer.release && strstr(message, "apr, sweep, catalogue"));
  const char *sweep = "{\"grid\": {\"axes\": [{\"name\": \"grossApr\", \"values\": [\"0.1\", \"0.2\"]}],"
                      " \"metrics\": [\"poolNetApr\"]}}";
  CHECK(berayield_ask("sweep", sweep, &answer, NULL, message, sizeof message) == BERAYIELD_BAD_INPUT);
  struct ArrowArrayStream points;
  struct ArrowArray batch;
  CHECK(berayield_ask("sweep", sweep, &answer, &points, message, sizeof message) == BERAYIELD_OK);
  answer.release(&answer);
  CHECK(points.get_next(&points, &batch) == 0 && batch.length == 2);
  batch.release(&batch);
  CHECK(points.get_next(&points, &batch) == 0 && !batch.release);
  points.release(&points);
}

// A number of no meaning somewhere in a batch; buffers keep their sizes, which nobody can check.
static void harm(struct ArrowArray *batch, bool views) {
  static const int64_t numbers[] = {INT64_MIN, -1, -2, rows + 1, 1 << 20, INT64_C(1) << 40, INT64_MAX};
  struct ArrowArray *child = batch->children[rand() % columns], *place = rand() % 3 ? child : batch;
  int64_t number = numbers[rand() % 7], buffers = ((owned *)place->private_data)->buffer_count;
  switch (rand() % 9) {
  case 0: place->length = number; break;
  // Nobody can tell that a column begins behind its buffers, that its last text ends there, or that views have fewer.
  case 1: if (place == batch || number < 0 || number == INT64_MAX) place->offset = number; break;
  case 2: place->null_count = number; break;
  case 3: if (!views || place == batch || number < 0) place->n_buffers = number; break;
  case 4: batch->n_children = number; break;
  case 5: if (buffers > 1) place->buffers[1 + rand() % (buffers - 1)] = NULL; break;
  case 6: place->dictionary = rand() % 2 ? child : NULL; break;
  case 7: child->release = NULL; break;
  default: {
    int32_t *cells = (int32_t *)child->buffers[1];
    if (cells) cells[rand() % (views ? 4 * rows : rows)] = (int32_t)number;
  }
  }
}

int main(int count, char **arguments) {
  int wrong = count > 1 ? atoi(arguments[1]) : 10000;
  berayield_version(message, sizeof message);
  CHECK(message[0] >= '0' && message[0] <= '9');
  for (int views = 0; views < 2; views++) {
    berayield_job *job = open_job(views);
    for (int i = 0; i < 3; i++) {
      struct ArrowArray batch = make_batch(views), figures;
      CHECK(berayield_run(job, &batch, &figures, message, sizeof message) == BERAYIELD_OK && !batch.release);
      check_figures(&figures);
    }
    CHECK(berayield_close(job, message, sizeof message) == BERAYIELD_OK);
  }
  streams(3);
  streams(1);
  mistakes();
  questions();
  int refused = 0;
  srand(7);
  for (int i = 0; i < wrong; i++) {
    bool views = rand() % 2;
    berayield_job *job = open_job(views);
    struct ArrowArray batch = make_batch(views), figures;
    for (int n = rand() % 2; n >= 0; n--) harm(&batch, views);
    int status = berayield_run(job, &batch, &figures, message, sizeof message);
    if (status == BERAYIELD_OK) figures.release(&figures);
    else refused++;
    CHECK(!batch.release && (status == BERAYIELD_OK || message[0] == '{'));
    berayield_close(job, NULL, 0);
  }
  berayield_counts live;
  CHECK(berayield_live(&live) == BERAYIELD_OK);
  CHECK(!live.jobs && !live.schemas && !live.arrays && !live.streams && !live.answers);
  printf("the door: %d of %d wrong batches refused, %d releases, nothing left\n", refused, wrong, releases);
  return 0;
}
