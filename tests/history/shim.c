/* Fails the n-th thing that a program does to files: see faults.py. Linux, loaded by LD_PRELOAD.
 *
 * FAULT_FOLDER  only files whose path contains this count
 * FAULT_AT      which operation is hit, counted from 1; none: all are only counted
 * FAULT_MODE    kill: die before it; torn: do half of a write, then die; full: no space left, once;
 *               full-on: no space left from there on; eio: a failing disk
 * FAULT_LOG     a file to which the name of every operation is written
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/syscall.h>
#include <unistd.h>

static long count = 0;

static int concerns_path(const char *path) {
  const char *folder = getenv("FAULT_FOLDER");
  char here[4096];
  if (!folder || !path) return 0;
  if (path[0] != '/') path = getcwd(here, sizeof here);
  return path && strstr(path, folder) != NULL;
}

static int concerns(int file) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0 || path[0] != '/') return 0;  /* a pipe */
  path[length] = 0;
  return concerns_path(path);
}

static void note(const char *operation) {
  const char *log = getenv("FAULT_LOG");
  if (!log) return;
  int file = syscall(SYS_open, log, O_WRONLY | O_CREAT | O_APPEND, 0644);
  dprintf(file, "%s\n", operation);
  syscall(SYS_close, file);
}

/* 0: go on; -1: tear the write; else the errno to fail with. */
static int hit(const char *operation, int writes) {
  const char *at = getenv("FAULT_AT"), *mode = getenv("FAULT_MODE");
  count++;
  note(operation);
  if (!at || !mode) return 0;
  if (!strcmp(mode, "full-on")) return writes && count >= atol(at) ? ENOSPC : 0;
  if (count != atol(at)) return 0;
  if (!strcmp(mode, "kill") || (!strcmp(mode, "torn") && !writes)) kill(getpid(), SIGKILL);
  if (!strcmp(mode, "torn")) return -1;
  return !strcmp(mode, "full") ? ENOSPC : EIO;
}

#define NEXT(name) static __typeof__(name) *next; if (!next) next = dlsym(RTLD_NEXT, #name)
#define FAIL(error) do { errno = (error); return -1; } while (0)

#define WRITES(name, parameters, whole, half) \
  ssize_t name parameters { \
    NEXT(name); \
    int error = concerns(file) ? hit(#name, 1) : 0; \
    if (error > 0) FAIL(error); \
    if (error < 0) { half; kill(getpid(), SIGKILL); } \
    return whole; \
  }

WRITES(write, (int file, const void *data, size_t size), next(file, data, size), next(file, data, size / 2))
WRITES(pwrite, (int file, const void *data, size_t size, off_t at), next(file, data, size, at), next(file, data, size / 2, at))
WRITES(pwrite64, (int file, const void *data, size_t size, off64_t at), next(file, data, size, at), next(file, data, size / 2, at))
WRITES(sendfile, (int file, int from, off_t *at, size_t size), next(file, from, at, size), next(file, from, at, size / 2))
WRITES(sendfile64, (int file, int from, off64_t *at, size_t size), next(file, from, at, size), next(file, from, at, size / 2))

#define ACTS(name, parameters, concerned, whole) \
  int name parameters { \
    NEXT(name); \
    int error = (concerned) ? hit(#name, 0) : 0; \
    if (error > 0) FAIL(error); \
    return whole; \
  }

ACTS(fsync, (int file), concerns(file), next(file))
ACTS(fdatasync, (int file), concerns(file), next(file))
ACTS(ftruncate, (int file, off_t size), concerns(file), next(file, size))
ACTS(ftruncate64, (int file, off64_t size), concerns(file), next(file, size))
ACTS(unlink, (const char *path), concerns_path(path), next(path))
ACTS(rename, (const char *from, const char *to), concerns_path(from) || concerns_path(to), next(from, to))
