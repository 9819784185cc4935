#include "include/berayield.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

// The interpreter that this runs in has these functions; nothing is linked to it.
void berayield_end_capsule(void *capsule) {
  const char *(*get_name)(void *) = (const char *(*)(void *))dlsym(RTLD_DEFAULT, "PyCapsule_GetName");
  void *(*get_pointer)(void *, const char *) =
      (void *(*)(void *, const char *))dlsym(RTLD_DEFAULT, "PyCapsule_GetPointer");
  if (!get_name || !get_pointer) return;
  const char *name = get_name(capsule);
  void *pointer = name ? get_pointer(capsule, name) : NULL;
  if (!pointer) return;
  if (!strcmp(name, "arrow_schema")) {
    struct ArrowSchema *schema = pointer;
    if (schema->release) schema->release(schema);
  } else if (!strcmp(name, "arrow_array")) {
    struct ArrowArray *array = pointer;
    if (array->release) array->release(array);
  } else if (!strcmp(name, "arrow_array_stream")) {
    struct ArrowArrayStream *stream = pointer;
    if (stream->release) stream->release(stream);
  }
  free(pointer);
}
