// libcurl's multi interface, found when it is first needed.
//
// Swift refuses variadic C functions, which curl_easy_setopt and curl_easy_getinfo are, and linking
// libcurl costs every command of the tool its start-up. So the library is opened here, and what is needed
// of it has plain types. The numbers are those of curl/curl.h and curl/multi.h, which never change.
#ifndef BERAYIELD_CCURL_H
#define BERAYIELD_CCURL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A transfer's bytes as they come; answers how many it took, fewer ends the transfer.
typedef size_t (*ccurl_sink)(const char *bytes, size_t size, size_t count, void *context);

/// A POST of JSON.
struct ccurl_post {
  const char *url;
  const uint8_t *body;
  size_t size;
  /// Milliseconds for the whole transfer.
  long timeout;
  ccurl_sink sink;
  void *context;
};

/// A transfer that is over.
struct ccurl_outcome {
  void *context;
  /// 0, or curl's error.
  int error;
  /// HTTP's status.
  long status;
  /// Seconds that the server asks to wait; 0 where it does not.
  int64_t retry_after;
};

/// Opens libcurl; answers nothing, or a short text of what is missing.
const char *ccurl_open(void);

/// A set of transfers; NULL without memory.
void *ccurl_multi(void);

/// Starts a transfer and answers its handle; NULL without memory. URL and body must live until the end.
void *ccurl_start(void *multi, const struct ccurl_post *post);

/// Goes on with all transfers, waiting for at most so many milliseconds for something to do.
void ccurl_poll(void *multi, int milliseconds);

/// Takes a transfer that is over, and frees its handle.
bool ccurl_take(void *multi, struct ccurl_outcome *outcome);

/// Ends a transfer that is not over, and frees its handle.
void ccurl_cancel(void *multi, void *transfer);

/// Frees a set without transfers.
void ccurl_free(void *multi);

/// curl's words for an error.
const char *ccurl_words(int error);

#endif
