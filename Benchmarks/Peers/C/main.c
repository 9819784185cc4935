/* usage: c-peers WORKLOAD INPUT_DIRECTORY BUDGET_MS: one JSON line a measurement. */
#include <string.h>

#include "peers.h"

int main(int count, char **arguments) {
  if (count != 4) {
    fprintf(stderr, "usage: %s WORKLOAD INPUT_DIRECTORY BUDGET_MS\n", arguments[0]);
    return 2;
  }
  input_directory = arguments[2];
  budget_ns = atof(arguments[3]) * 1e6;
  static const struct {
    const char *name;
    void (*run)(void);
  } workloads[] = {
      {"apr", run_apr},   {"apy", run_apy},             {"grid", run_grid},
      {"wide", run_wide}, {"functions", run_functions}, {"evm", run_evm},
  };
  for (size_t i = 0; i < sizeof workloads / sizeof workloads[0]; i++) {
    if (strcmp(arguments[1], workloads[i].name) == 0) {
      workloads[i].run();
      return 0;
    }
  }
  fprintf(stderr, "no workload %s\n", arguments[1]);
  return 2;
}
