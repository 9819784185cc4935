#!/usr/bin/env python3
"""Writes Tests/Vectors/analytics_emission.json: periods after notifications, as StakingRewards.sol sets them.

Independent of the Swift code: every formula is written here from the protocol's public sources
(berachain/contracts, OpenZeppelin ERC4626, the staking pool documentation).
"""

import random

from case_file import DAY, WAD, write


def set_rate(undistributed, now, terms):
    if terms["mode"] == "duration":
        duration = terms["duration"]
        rate = undistributed // duration
    else:
        duration = undistributed // terms["target"]
        if duration < terms["min"]:
            duration = terms["min"]
            rate = undistributed // duration
        else:
            rate = terms["target"]
    return dict(rewardRate=rate, rewardsDuration=duration, periodFinish=now + duration,
                undistributedRewards=undistributed - rate * duration)


def notify(state, reward, now, terms):
    total = state["undistributedRewards"] + reward * WAD
    if now < state["periodFinish"]:
        total += state["rewardRate"] * (state["periodFinish"] - now)
    return set_rate(total, now, terms)


IDLE = dict(rewardRate=0, rewardsDuration=7 * DAY, periodFinish=0, undistributedRewards=0)


def random_terms(rng, scale):
    if rng.random() < 0.5:
        return dict(mode="duration", duration=rng.choice([3 * DAY, 5 * DAY, 7 * DAY, 432_001]))
    return dict(mode="targetRate", target=max(1, int(scale * rng.uniform(0.2, 3))),
                min=rng.choice([3 * DAY, 4 * DAY, 7 * DAY]))


def emission_cases():
    rng = random.Random(20_261)
    cases = []
    fixed = [(100 * WAD, dict(mode="duration", duration=5 * DAY)),
             (100 * WAD, dict(mode="targetRate", target=10**36 // 4320, min=3 * DAY)),
             (100 * WAD, dict(mode="targetRate", target=10**36, min=3 * DAY)),
             (0, dict(mode="duration", duration=7 * DAY)),
             (1, dict(mode="targetRate", target=1, min=3 * DAY))]
    for reward, terms in fixed:
        cases.append((dict(kind="notification", reward=reward, at=1_760_000_000, terms=terms,
                           running=IDLE), None))
    for _ in range(60):
        reward = rng.randrange(10 ** rng.randrange(1, 25))
        now = rng.randrange(1_700_000_000, 1_800_000_000)
        running = dict(IDLE)
        if rng.random() < 0.6:
            running = dict(rewardRate=rng.randrange(10**36), rewardsDuration=7 * DAY,
                           periodFinish=now + rng.randrange(-DAY, 7 * DAY),
                           undistributedRewards=rng.randrange(7 * DAY))
        terms = random_terms(rng, max(1, reward * WAD // (5 * DAY)))
        cases.append((dict(kind="notification", reward=reward, at=now, terms=terms,
                           running=running), None))
    done = []
    for case, _ in cases:
        out = notify(case["running"], case["reward"], case["at"], case["terms"])
        out["perDay"] = out["rewardRate"] * DAY // WAD
        done.append((case, out))
    for _ in range(30):
        interval = rng.choice([2, 12, 3600, DAY, DAY, 4 * DAY])
        amount = rng.randrange(1, 10 ** rng.randrange(3, 22))
        count = rng.choice([1, 2, 10, 100, 400])
        terms = random_terms(rng, amount * WAD // interval)
        start = 1_760_000_000
        case = dict(kind="stream", amount=amount, interval=interval, count=count, at=start,
                    terms=terms)
        state, peak = dict(IDLE), 0
        for k in range(count):
            state = notify(state, amount, start + k * interval, terms)
            peak = max(peak, state["rewardRate"])
        done.append((case, dict(state, peakRewardRate=peak,
                                inflowRate=amount * WAD // interval)))
    return done


if __name__ == "__main__":
    write("analytics_emission", "wei; rates 1e36 per second; seconds", emission_cases())
