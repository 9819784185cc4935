// Rows where a certified filter would go wrong if it could, and what GMP says of them.
#ifndef BERAYIELD_FILTER_ORACLE_H
#define BERAYIELD_FILTER_ORACLE_H

#include <stddef.h>
#include <stdint.h>

// Columns of numbers of two words each, low word first.

// Fills columns of vaults, in blocks of 64 rows of one kind or of all: any widths; long runs of zeros or ones and
// neighbours of powers of two; vaults as they are; whole quotients, of round numbers and of factors, and such with a
// number one off; quotients a hair beside a whole number, at every width and around the bounds; quotients around 2^64,
// 2^97 and 2^128.
void berayield_adversarial_vaults(uint64_t seed, size_t rows, uint64_t *reward_rate, uint64_t *reward_price,
                                  uint64_t *total_supply, uint64_t *stake_price);

// apr[i] = floor(reward_rate[i] * reward_price[i] * numerator / (total_supply[i] * stake_price[i] * divisor)), or
// 2^128 - 1 where that is larger or the divisor is zero.
void berayield_exact_aprs(const uint64_t *reward_rate, const uint64_t *reward_price, const uint64_t *total_supply,
                          const uint64_t *stake_price, size_t rows, uint64_t numerator, uint64_t divisor,
                          uint64_t *apr);

// Fills a column of APRs for `periods` compoundings: any widths, round ones, whole and half gains, and gains a hair
// beside those.
void berayield_adversarial_rates(uint64_t seed, size_t rows, uint32_t periods, uint64_t *apr);

// apy[i] = 10^18 ((1 + r/n)^n - 1) for r = apr[i] / 10^18, rounded down, to nearest (ties to even) or up for a direction
// of -1, 0 or 1; 2^128 - 1 for rates of two words.
void berayield_exact_apys(const uint64_t *apr, size_t rows, uint32_t periods, int direction, uint64_t *apy);

// Makes this thread's floating point round down, to nearest or up for a direction of -1, 0 or 1.
void berayield_round(int direction);

#endif
