#include "CCurl.h"

#include <dlfcn.h>

// The types of curl/curl.h, as far as their layout is fixed.
struct curl_message {
  int kind;
  void *transfer;
  union {
    void *whatever;
    int error;
  } data;
};

enum { message_done = 1, global_default = 3 };

enum option {
  option_post_size = 60,
  option_follow = 52,
  option_nosignal = 99,
  option_timeout_ms = 155,
  option_protocols = 181,
  option_write_data = 10001,
  option_url = 10002,
  option_post_fields = 10015,
  option_user_agent = 10018,
  option_headers = 10023,
  option_accept_encoding = 10102,
  option_private = 10103,
  option_write_function = 20011,
};

enum information {
  information_private = 0x100015,
  information_status = 0x200002,
  information_retry_after = 0x600039,
};

/// http and https.
enum { allowed_protocols = 3 };

static struct {
  int (*global_init)(long);
  void *(*easy_init)(void);
  int (*easy_setopt)(void *, int, ...);
  int (*easy_getinfo)(void *, int, ...);
  void (*easy_cleanup)(void *);
  const char *(*easy_strerror)(int);
  void *(*slist_append)(void *, const char *);
  void *(*multi_init)(void);
  int (*multi_add_handle)(void *, void *);
  int (*multi_remove_handle)(void *, void *);
  int (*multi_perform)(void *, int *);
  int (*multi_poll)(void *, void *, unsigned, int, int *);
  struct curl_message *(*multi_info_read)(void *, int *);
  int (*multi_cleanup)(void *);
  void *headers;
} curl;

static const char *const names[] = {
  "libcurl.so.4", "libcurl-gnutls.so.4", "libcurl.4.dylib", "/usr/lib/libcurl.4.dylib",
};

static bool find(void *library, const char *name, void *function) {
  *(void **)function = dlsym(library, name);
  return *(void **)function != NULL;
}

const char *ccurl_open(void) {
  if (curl.headers) return NULL;
  void *library = NULL;
  for (size_t i = 0; !library && i < sizeof names / sizeof *names; i++)
    library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (!library) return "libcurl is not installed";
  bool complete = find(library, "curl_global_init", &curl.global_init)
    && find(library, "curl_easy_init", &curl.easy_init)
    && find(library, "curl_easy_setopt", &curl.easy_setopt)
    && find(library, "curl_easy_getinfo", &curl.easy_getinfo)
    && find(library, "curl_easy_cleanup", &curl.easy_cleanup)
    && find(library, "curl_easy_strerror", &curl.easy_strerror)
    && find(library, "curl_slist_append", &curl.slist_append)
    && find(library, "curl_multi_init", &curl.multi_init)
    && find(library, "curl_multi_add_handle", &curl.multi_add_handle)
    && find(library, "curl_multi_remove_handle", &curl.multi_remove_handle)
    && find(library, "curl_multi_perform", &curl.multi_perform)
    && find(library, "curl_multi_poll", &curl.multi_poll)
    && find(library, "curl_multi_info_read", &curl.multi_info_read)
    && find(library, "curl_multi_cleanup", &curl.multi_cleanup);
  if (!complete) return "libcurl is older than 7.66";
  if (curl.global_init(global_default) != 0) return "libcurl cannot be started";
  // An empty Expect: a body of some size would wait for a server's leave.
  void *headers = curl.slist_append(NULL, "Content-Type: application/json");
  headers = headers ? curl.slist_append(headers, "Expect:") : NULL;
  if (!headers) return "no memory for libcurl";
  curl.headers = headers;
  return NULL;
}

void *ccurl_multi(void) { return curl.multi_init(); }

void *ccurl_start(void *multi, const struct ccurl_post *post) {
  void *transfer = curl.easy_init();
  if (!transfer) return NULL;
  curl.easy_setopt(transfer, option_url, post->url);
  curl.easy_setopt(transfer, option_post_fields, post->body);
  curl.easy_setopt(transfer, option_post_size, (long)post->size);
  curl.easy_setopt(transfer, option_headers, curl.headers);
  curl.easy_setopt(transfer, option_user_agent, "berayield");
  curl.easy_setopt(transfer, option_accept_encoding, "");
  curl.easy_setopt(transfer, option_protocols, (long)allowed_protocols);
  // A redirect could lead anywhere; an endpoint has no reason for one.
  curl.easy_setopt(transfer, option_follow, 0L);
  curl.easy_setopt(transfer, option_nosignal, 1L);
  curl.easy_setopt(transfer, option_timeout_ms, post->timeout);
  curl.easy_setopt(transfer, option_write_function, post->sink);
  curl.easy_setopt(transfer, option_write_data, post->context);
  curl.easy_setopt(transfer, option_private, post->context);
  if (curl.multi_add_handle(multi, transfer) != 0) {
    curl.easy_cleanup(transfer);
    return NULL;
  }
  return transfer;
}

void ccurl_poll(void *multi, int milliseconds) {
  int running = 0, ready = 0;
  curl.multi_perform(multi, &running);
  if (running == 0) return;
  curl.multi_poll(multi, NULL, 0, milliseconds, &ready);
  curl.multi_perform(multi, &running);
}

bool ccurl_take(void *multi, struct ccurl_outcome *outcome) {
  int left = 0;
  struct curl_message *message;
  while ((message = curl.multi_info_read(multi, &left))) {
    if (message->kind != message_done) continue;
    void *transfer = message->transfer;
    outcome->error = message->data.error;
    outcome->context = NULL;
    outcome->status = 0;
    outcome->retry_after = 0;
    curl.easy_getinfo(transfer, information_private, &outcome->context);
    curl.easy_getinfo(transfer, information_status, &outcome->status);
    curl.easy_getinfo(transfer, information_retry_after, &outcome->retry_after);
    ccurl_cancel(multi, transfer);
    return true;
  }
  return false;
}

void ccurl_cancel(void *multi, void *transfer) {
  curl.multi_remove_handle(multi, transfer);
  curl.easy_cleanup(transfer);
}

void ccurl_free(void *multi) { curl.multi_cleanup(multi); }

const char *ccurl_words(int error) { return curl.easy_strerror(error); }
