#ifndef PEERS_H
#define PEERS_H

#include <gmp.h>

#include "workbench.h"

void run_apr(void);
void run_apy(void);
void run_grid(void);
void run_wide(void);
void run_functions(void);
void run_evm(void);

#endif
