/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stands between a process and the disk (LD_PRELOAD), for files under one folder only.
 *
 * It can let the n-th call that changes something fail, once or from then on (reliability T1.5), and it can write
 * down every such call, so that a power cut can be played through afterwards (T1.4).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILES 4096

static char root[PATH_MAX];
static size_t root_length;
static char *names[FILES];
static long count, fail_at;
static int error_number, sticky, log_fd = -1;

#define REAL(name) \
    static __typeof__(name) *real; \
    if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

static void absolute(const char *path, char *out)
{
    if (path[0] == '/' || !getcwd(out, PATH_MAX - 1)) {
        snprintf(out, PATH_MAX, "%s", path);
    } else {
        size_t length = strlen(out);
        snprintf(out + length, PATH_MAX - length, "/%s", path);
    }
}

static int ours(const char *path)
{
    char whole[PATH_MAX];
    if (!root_length) return 0;
    absolute(path, whole);
    return strncmp(whole, root, root_length) == 0;
}

static const char *name_of(int fd) { return fd >= 0 && fd < FILES ? names[fd] : NULL; }

/* Gives 1 where this call has to fail. */
static int fails(void)
{
    count++;
    if (fail_at > 0 && (count == fail_at || (sticky && count > fail_at))) {
        errno = error_number;
        return 1;
    }
    return 0;
}

static void note(char kind, const char *path, const char *other, int64_t at, const void *data, int64_t size)
{
    if (log_fd < 0) return;
    static ssize_t (*real)(int, const void *, size_t);
    if (!real) real = (ssize_t(*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
    char head[2 * PATH_MAX + 64];
    int saved = errno;
    int length = snprintf(head, sizeof head, "%c %lld %lld %s%s%s\n", kind, (long long)at, (long long)size, path,
                          other ? "\t" : "", other ? other : "");
    if (real(log_fd, head, (size_t)length) < 0) abort();
    if (data && size && real(log_fd, data, (size_t)size) < 0) abort();
    errno = saved;
}

void shim_watch(const char *folder)
{
    snprintf(root, sizeof root, "%s/", folder);
    root_length = strlen(root);
    count = 0;
    fail_at = 0;
}

void shim_fail(long number, int error, int from_then_on)
{
    count = 0;
    fail_at = number;
    error_number = error;
    sticky = from_then_on;
}

long shim_count(void) { return count; }

void shim_record(const char *file)
{
    static int (*real)(const char *, int, ...);
    if (!real) real = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, "open");
    log_fd = real(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
}

void shim_mark(const char *words) { note('M', words, NULL, 0, NULL, 0); }

static int opened(int fd, const char *path, int created)
{
    char whole[PATH_MAX];
    if (fd >= 0 && fd < FILES) {
        absolute(path, whole);
        free(names[fd]);
        names[fd] = ours(path) || strncmp(whole, root, root_length ? root_length - 1 : 1) == 0 ? strdup(whole) : NULL;
        if (created && names[fd]) note('C', whole, NULL, 0, NULL, 0);
    }
    return fd;
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) \
    { \
        REAL(name); \
        mode_t mode = 0; \
        if (flags & (O_CREAT | O_TMPFILE)) { \
            va_list rest; \
            va_start(rest, flags); \
            mode = va_arg(rest, mode_t); \
            va_end(rest); \
        } \
        int writes = (flags & O_ACCMODE) != O_RDONLY && ours(path); \
        int created = writes && (flags & O_CREAT) && access(path, F_OK) != 0; \
        if (writes && fails()) return -1; \
        int fd = real(path, flags, mode); \
        if (fd >= 0 && writes && (flags & O_TRUNC)) { \
            char whole[PATH_MAX]; \
            absolute(path, whole); \
            note('T', whole, NULL, 0, NULL, 0); \
        } \
        return opened(fd, path, created); \
    }
OPEN(open)
OPEN(open64)

int close(int fd)
{
    REAL(close);
    if (fd >= 0 && fd < FILES && names[fd]) {
        free(names[fd]);
        names[fd] = NULL;
    }
    return real(fd);
}

ssize_t write(int fd, const void *data, size_t size)
{
    REAL(write);
    const char *name = name_of(fd);
    if (!name) return real(fd, data, size);
    if (fails()) return -1;
    off_t at = lseek(fd, 0, SEEK_CUR);
    ssize_t done = real(fd, data, size);
    if (done > 0) note('W', name, NULL, at, data, done);
    return done;
}

#define PWRITE(call, offset) \
    ssize_t call(int fd, const void *data, size_t size, offset at) \
    { \
        REAL(call); \
        const char *name = name_of(fd); \
        if (!name) return real(fd, data, size, at); \
        if (fails()) return -1; \
        ssize_t done = real(fd, data, size, at); \
        if (done > 0) note('W', name, NULL, at, data, done); \
        return done; \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define SYNC(call) \
    int call(int fd) \
    { \
        REAL(call); \
        const char *name = name_of(fd); \
        if (!name) return real(fd); \
        if (fails()) return -1; \
        note('S', name, NULL, 0, NULL, 0); \
        return 0; \
    }
SYNC(fsync)
SYNC(fdatasync)

#define CUT(call, offset) \
    int call(int fd, offset size) \
    { \
        REAL(call); \
        const char *name = name_of(fd); \
        if (!name) return real(fd, size); \
        if (fails()) return -1; \
        int done = real(fd, size); \
        if (done == 0) note('T', name, NULL, size, NULL, 0); \
        return done; \
    }
CUT(ftruncate, off_t)
CUT(ftruncate64, off64_t)

int unlink(const char *path)
{
    REAL(unlink);
    if (!ours(path)) return real(path);
    if (fails()) return -1;
    int done = real(path);
    char whole[PATH_MAX];
    absolute(path, whole);
    if (done == 0) note('U', whole, NULL, 0, NULL, 0);
    return done;
}

#define TWO(call, kind) \
    int call(const char *from, const char *to) \
    { \
        REAL(call); \
        if (!ours(to)) return real(from, to); \
        if (fails()) return -1; \
        int done = real(from, to); \
        char one[PATH_MAX], two[PATH_MAX]; \
        absolute(from, one); \
        absolute(to, two); \
        if (done == 0) note(kind, one, two, 0, NULL, 0); \
        return done; \
    }
TWO(rename, 'R')
TWO(link, 'L')
