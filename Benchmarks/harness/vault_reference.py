"""A reward vault's accounting in Python's integers: the oracle of the accounting workload and, timed,
its peer. Formulas: StakingRewards.sol (berachain/contracts), duration mode, no incentives."""

import random

from .folding import fold

STAKE, WITHDRAW, CLAIM = range(3)
START = 1_800_000_000
DURATION = 604_800
REWARD = 1000 * 10**18
FIRST_STAKE = 10**18
PRECISION = 10**18


class ReferenceVault:
    """A vault that emits REWARD over seven days from START to accounts that stake FIRST_STAKE each."""

    def __init__(self, accounts):
        self.balance = [FIRST_STAKE] * accounts
        self.unclaimed = [0] * accounts
        self.paid = [0] * accounts
        self.supply = FIRST_STAKE * accounts
        self.rate = REWARD * PRECISION // DURATION
        self.finish = START + DURATION
        self.stored, self.updated = 0, START

    def update(self, account, now):
        """What the modifier updateReward does."""
        until = min(now, self.finish)
        if self.supply:
            self.stored += self.rate * (until - self.updated) // self.supply
        self.updated = until
        gain = self.balance[account] * (self.stored - self.paid[account]) // PRECISION
        self.unclaimed[account] += gain
        self.paid[account] = self.stored

    def perform(self, kind, account, amount, now):
        self.update(account, now)
        if kind == STAKE:
            self.balance[account] += amount
            self.supply += amount
        elif kind == WITHDRAW:
            self.balance[account] -= amount
            self.supply -= amount
        else:
            self.unclaimed[account] = 0

    def replay(self, operations):
        now = START
        for kind, account, amount in operations:
            now += 1
            self.perform(kind, account, amount, now)
        return self

    def answers(self):
        """What the fingerprint covers: the vault's sums, then each account."""
        yield self.stored
        yield self.supply
        for account in range(len(self.balance)):
            yield self.balance[account]
            yield self.unclaimed[account]
            yield self.paid[account]


def operations(accounts, count, seed):
    """Seeded operations that never revert: small amounts against large first stakes."""
    source = random.Random(seed)
    return [
        (source.randrange(3), source.randrange(accounts), source.randrange(1, 10**12))
        for _ in range(count)
    ]


def fingerprint(accounts, steps):
    return fold(ReferenceVault(accounts).replay(steps).answers())
