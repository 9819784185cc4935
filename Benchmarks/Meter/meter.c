/* usage: meter REPORT COMMAND ARGUMENTS...
 *
 * Runs one command and writes {"seconds", "cpu_seconds", "peak_bytes", "exit"} to REPORT. A process inherits the
 * peak memory of the one that forked it, so the command is started by this small one and not by the
 * runner, whose own memory would show as the command's. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static double seconds_of(struct timeval time) {
  return (double)time.tv_sec + (double)time.tv_usec * 1e-6;
}

int main(int count, char **arguments) {
  if (count < 3) {
    fprintf(stderr, "usage: %s REPORT COMMAND ARGUMENTS...\n", arguments[0]);
    return 2;
  }
  double start = now();
  pid_t child = fork();
  if (child == 0) {
    execvp(arguments[2], arguments + 2);
    perror(arguments[2]);
    _exit(127);
  }
  int status = 0;
  struct rusage usage;
  if (child < 0 || wait4(child, &status, 0, &usage) < 0) {
    perror("wait4");
    return 1;
  }
  double seconds = now() - start;
#ifdef __APPLE__
  double unit = 1;
#else
  double unit = 1024;
#endif
  FILE *report = fopen(arguments[1], "w");
  if (report == NULL) {
    perror(arguments[1]);
    return 1;
  }
  int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  double processor = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
  fprintf(report,
          "{\"seconds\": %.9f, \"cpu_seconds\": %.6f, \"peak_bytes\": %.0f, \"exit\": %d}\n",
          seconds, processor, (double)usage.ru_maxrss * unit, code);
  return fclose(report) == 0 ? 0 : 1;
}
