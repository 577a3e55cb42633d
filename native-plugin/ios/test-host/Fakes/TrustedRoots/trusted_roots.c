// What the phone trusts: where FAKE_ROOTS names a file, the certificates in it, in place of those of this machine. For all
// else the system's own stack is what it is.
#define _GNU_SOURCE
#include "trusted_roots.h"
#include <dlfcn.h>
#include <stdlib.h>

typedef int (*load_fn)(void *store, const char *file);

int X509_STORE_load_file(void *store, const char *file) {
  const char *roots = getenv("FAKE_ROOTS");
  return ((load_fn)dlsym(RTLD_NEXT, "X509_STORE_load_file"))(store, roots ? roots : file);
}

int X509_STORE_load_path(void *store, const char *path) {
  if (getenv("FAKE_ROOTS")) return 1;
  return ((load_fn)dlsym(RTLD_NEXT, "X509_STORE_load_path"))(store, path);
}
