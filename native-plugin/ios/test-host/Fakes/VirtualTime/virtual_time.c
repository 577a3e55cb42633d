#define _GNU_SOURCE
#include "virtual_time.h"
#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

// Shorter waits are polling, such as for a lock of another process: they go on in real time.
#define SHORTEST 200000000ull
#define FOREVER UINT64_MAX

typedef void (*set_timer_fn)(void *source, uint64_t start, uint64_t interval, uint64_t leeway);
typedef void (*after_fn)(uint64_t when, void *queue, void *block);
typedef void (*after_f_fn)(uint64_t when, void *queue, void *context, void *function);
typedef void (*retain_fn)(void *object);
typedef void *(*copy_fn)(const void *block);

typedef struct timer {
  struct timer *next;
  uint64_t due;
  void *source, *queue, *block, *context, *function;
} timer;

extern uint64_t dispatch_time(uint64_t when, int64_t delta);
extern void dispatch_retain(void *object);
extern void dispatch_release(void *object);
extern intptr_t dispatch_source_testcancel(void *source);
extern void *_Block_copy(const void *block);
extern void _Block_release(const void *block);
extern void dispatch_async(void *queue, void *block);
extern void dispatch_async_f(void *queue, void *context, void *function);

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static uint64_t now_ns = 1000000000ull;
static timer *timers;

uint64_t virtual_now(void) {
  pthread_mutex_lock(&lock);
  uint64_t now = now_ns;
  pthread_mutex_unlock(&lock);
  return now;
}

void virtual_set(uint64_t now) {
  pthread_mutex_lock(&lock);
  now_ns = now;
  pthread_mutex_unlock(&lock);
}

static uint64_t clock_now(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return (uint64_t)time.tv_sec * 1000000000ull + (uint64_t)time.tv_nsec;
}

// How long until a moment of Dispatch, in whole milliseconds: what has passed since it was computed is not meant. The two
// upper bits of a moment say by which clock it is: 11 the wall's, negated; 10 one that counts sleep.
static uint64_t delta_of(uint64_t when) {
  if (when == FOREVER) return FOREVER;
  int64_t delta;
  switch (when >> 62) {
  case 3: delta = (int64_t)(-when - clock_now(CLOCK_REALTIME)); break;
  case 2: delta = (int64_t)((when & ~(1ull << 63)) - clock_now(CLOCK_BOOTTIME)); break;
  default: delta = when == 0 ? 0 : (int64_t)(when - dispatch_time(0, 0)); break;
  }
  if (delta <= 0) return 0;
  return ((uint64_t)delta + 500000) / 1000000 * 1000000;
}

// And those that were cancelled: Foundation makes another timer for each piece of an answer, and cancels the one before.
// Without end they would become so many that to go through them takes longer than the next piece needs to come.
static void forget(void *source) {
  for (timer **at = &timers; *at;) {
    timer *one = *at;
    if (one->source && (one->source == source || dispatch_source_testcancel(one->source))) {
      *at = one->next;
      dispatch_release(one->source);
      free(one);
    } else {
      at = &one->next;
    }
  }
}

static void add(timer of, uint64_t delta) {
  timer *made = malloc(sizeof of);
  *made = of;
  made->due = now_ns + delta;
  timer **at = &timers;
  while (*at && (*at)->due <= made->due) at = &(*at)->next;
  made->next = *at;
  *at = made;
}

void dispatch_source_set_timer(void *source, uint64_t start, uint64_t interval, uint64_t leeway) {
  set_timer_fn real = (set_timer_fn)dlsym(RTLD_NEXT, "dispatch_source_set_timer");
  uint64_t delta = delta_of(start);
  pthread_mutex_lock(&lock);
  forget(source);
  if (delta >= SHORTEST && delta != FOREVER) {
    dispatch_retain(source);
    add((timer){.source = source}, delta);
    start = FOREVER;
  }
  pthread_mutex_unlock(&lock);
  real(source, start, interval, leeway);
}

void dispatch_after(uint64_t when, void *queue, void *block) {
  uint64_t delta = delta_of(when);
  if (delta < SHORTEST || delta == FOREVER) {
    ((after_fn)dlsym(RTLD_NEXT, "dispatch_after"))(when, queue, block);
    return;
  }
  dispatch_retain(queue);
  pthread_mutex_lock(&lock);
  add((timer){.queue = queue, .block = _Block_copy(block)}, delta);
  pthread_mutex_unlock(&lock);
}

void dispatch_after_f(uint64_t when, void *queue, void *context, void *function) {
  uint64_t delta = delta_of(when);
  if (delta < SHORTEST || delta == FOREVER) {
    ((after_f_fn)dlsym(RTLD_NEXT, "dispatch_after_f"))(when, queue, context, function);
    return;
  }
  dispatch_retain(queue);
  pthread_mutex_lock(&lock);
  add((timer){.queue = queue, .context = context, .function = function}, delta);
  pthread_mutex_unlock(&lock);
}

static void fire(timer *due) {
  if (due->source) {
    ((set_timer_fn)dlsym(RTLD_NEXT, "dispatch_source_set_timer"))(due->source, 0, FOREVER, 0);
    dispatch_release(due->source);
  } else {
    if (due->block) {
      dispatch_async(due->queue, due->block);
      _Block_release(due->block);
    } else {
      dispatch_async_f(due->queue, due->context, due->function);
    }
    dispatch_release(due->queue);
  }
  free(due);
}

void virtual_advance(uint64_t nanoseconds) {
  uint64_t end = virtual_now() + nanoseconds;
  for (;;) {
    pthread_mutex_lock(&lock);
    timer *due = timers;
    if (!due || due->due > end) {
      now_ns = end;
      pthread_mutex_unlock(&lock);
      return;
    }
    timers = due->next;
    if (due->due > now_ns) now_ns = due->due;
    pthread_mutex_unlock(&lock);
    fire(due);
    // What it does may set the next one.
    usleep(3000);
  }
}
