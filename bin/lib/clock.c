/*
 * Moves the time of day of a process by CLOCK_OFFSET seconds. Clocks that only measure how long
 * something takes stay as they are; who waits until a time of day waits as long as without this.
 *
 * Programs read the clock through a page of code that the kernel gives them (the vDSO), the
 * ClickHouse engine without asking the C library, so it is this page that is changed.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <elf.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

/* Times of day are far beyond this many seconds, those of a machine's uptime far below. */
#define TIME_OF_DAY 1000000000

static time_t offset;

static long system_time(clockid_t clock, struct timespec *now) {
#if defined(__x86_64__)
  long result;
  __asm__ volatile("syscall"
                   : "=a"(result)
                   : "a"((long)SYS_clock_gettime), "D"((long)clock), "S"(now)
                   : "rcx", "r11", "memory");
  return result;
#else
  register long number __asm__("x8") = SYS_clock_gettime;
  register long result __asm__("x0") = clock;
  register struct timespec *target __asm__("x1") = now;
  __asm__ volatile("svc 0" : "+r"(result) : "r"(number), "r"(target) : "memory");
  return result;
#endif
}

static int moved_clock_gettime(clockid_t clock, struct timespec *now) {
  long result = system_time(clock, now);
  if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
    now->tv_sec += offset;
  }
  return (int)result;
}

static int moved_gettimeofday(struct timeval *now, void *zone) {
  struct timespec precise;
  (void)zone;
  long result = moved_clock_gettime(CLOCK_REALTIME, &precise);
  if (result == 0 && now) {
    now->tv_sec = precise.tv_sec;
    now->tv_usec = precise.tv_nsec / 1000;
  }
  return (int)result;
}

static time_t moved_time(time_t *result) {
  struct timespec now;
  moved_clock_gettime(CLOCK_REALTIME, &now);
  if (result) {
    *result = now.tv_sec;
  }
  return now.tv_sec;
}

/* Lets a function of the kernel's page go on in one of ours. */
static void redirect(void *from, void *to) {
#if defined(__x86_64__)
  unsigned char jump[12] = {0x48, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xe0};
  memcpy(jump + 2, &to, sizeof to);
#else
  unsigned char jump[16] = {0x50, 0, 0, 0x58, 0, 0x02, 0x1f, 0xd6};
  memcpy(jump + 8, &to, sizeof to);
#endif
  memcpy(from, jump, sizeof jump);
  __builtin___clear_cache((char *)from, (char *)from + sizeof jump);
}

static void *replacement(const char *name) {
  static const struct {
    const char *name;
    void *function;
  } all[] = {
      {"__vdso_clock_gettime", (void *)moved_clock_gettime},
      {"__kernel_clock_gettime", (void *)moved_clock_gettime},
      {"__vdso_gettimeofday", (void *)moved_gettimeofday},
      {"__kernel_gettimeofday", (void *)moved_gettimeofday},
      {"__vdso_time", (void *)moved_time},
  };
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
    if (strcmp(all[i].name, name) == 0) {
      return all[i].function;
    }
  }
  return NULL;
}

__attribute__((constructor)) static void move(void) {
  const char *set = getenv("CLOCK_OFFSET");
  char *page = (char *)getauxval(AT_SYSINFO_EHDR);
  offset = set ? strtoll(set, NULL, 10) : 0;
  if (!page || !offset) {
    return;
  }
  const Elf64_Ehdr *head = (const Elf64_Ehdr *)page;
  const Elf64_Phdr *parts = (const Elf64_Phdr *)(page + head->e_phoff);
  const Elf64_Dyn *dynamic = NULL;
  size_t size = 0, base = 0;
  for (int i = 0; i < head->e_phnum; i++) {
    if (parts[i].p_type == PT_LOAD) {
      base = parts[i].p_vaddr;
      size = parts[i].p_offset + parts[i].p_memsz;
    } else if (parts[i].p_type == PT_DYNAMIC) {
      dynamic = (const Elf64_Dyn *)(page + parts[i].p_offset);
    }
  }
  const Elf64_Sym *symbols = NULL;
  const char *names = NULL;
  for (; dynamic && dynamic->d_tag != DT_NULL; dynamic++) {
    if (dynamic->d_tag == DT_SYMTAB) {
      symbols = (const Elf64_Sym *)(page + dynamic->d_un.d_ptr - base);
    } else if (dynamic->d_tag == DT_STRTAB) {
      names = page + dynamic->d_un.d_ptr - base;
    }
  }
  size_t whole = (size + (size_t)getpagesize() - 1) & ~((size_t)getpagesize() - 1);
  if (!symbols || !names || mprotect(page, whole, PROT_READ | PROT_WRITE | PROT_EXEC) != 0) {
    abort();
  }
  /* The names follow the symbols. */
  for (const Elf64_Sym *symbol = symbols; (const char *)symbol < names; symbol++) {
    void *function = replacement(names + symbol->st_name);
    if (function && symbol->st_value) {
      redirect(page + symbol->st_value - base, function);
    }
  }
  mprotect(page, whole, PROT_READ | PROT_EXEC);
}

/* The moment for which the system has to wait. */
static struct timespec awaited(const struct timespec *until) {
  struct timespec moment = *until;
  if (moment.tv_sec > TIME_OF_DAY) {
    moment.tv_sec -= offset;
  }
  return moment;
}

int pthread_cond_timedwait(pthread_cond_t *restrict condition, pthread_mutex_t *restrict mutex,
                           const struct timespec *restrict until) {
  static int (*real)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);
  if (!real) {
    /* An older function of the same name takes conditions of another layout. */
    void *found = dlvsym(RTLD_NEXT, "pthread_cond_timedwait", "GLIBC_2.3.2");
    found = found ? found : dlsym(RTLD_NEXT, "pthread_cond_timedwait");
    real = (int (*)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *))found;
  }
  struct timespec moment = awaited(until);
  return real(condition, mutex, &moment);
}

int pthread_cond_clockwait(pthread_cond_t *restrict condition, pthread_mutex_t *restrict mutex,
                           clockid_t clock, const struct timespec *restrict until) {
  static int (*real)(pthread_cond_t *, pthread_mutex_t *, clockid_t, const struct timespec *);
  if (!real) {
    real = (int (*)(pthread_cond_t *, pthread_mutex_t *, clockid_t, const struct timespec *))dlsym(
        RTLD_NEXT, "pthread_cond_clockwait");
  }
  struct timespec moment = awaited(until);
  return real(condition, mutex, clock, &moment);
}
