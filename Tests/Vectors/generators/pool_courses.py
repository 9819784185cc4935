#!/usr/bin/env python3
"""Writes Tests/Vectors/pool_courses.json: the course of a staking pool, step by step, in integers.

Independent of the Swift code: the pool, its events and its holder are written here from the staking
pool documentation. Each case holds a scenario as the command reads it.
"""

import json
import random
from fractions import Fraction as F
from math import ceil, floor

from case_file import BPS, DAY, WAD, YEAR, write

THRESHOLD, BUFFER, CAPACITY, UNIT = 250_000 * WAD, 10_000 * WAD, 10_000_000 * WAD, 10**9
DELAY = 256 * 192 * 2
START = 1_780_272_000


class Pool:
    def __init__(self, deposits, buffer, operator, supply, fee, compounds):
        self.deposits, self.buffer, self.operator, self.supply = deposits, buffer, operator, supply
        self.fee, self.compounds, self.paused = fee, compounds, False
        self.vault = 0
        self.phase = "active" if deposits >= THRESHOLD else "collecting"
        self.requests, self.next, self.exit = [], 1, None

    @property
    def assets(self):
        return self.deposits + self.buffer + self.vault + self.operator

    def shares(self, wei):
        return wei * (self.supply + 1) // (self.assets + 1)

    def worth(self, shares):
        return shares * (self.assets + 1) // (self.supply + 1)

    def reward(self, wei):
        fee = wei * self.fee // BPS
        minted = fee * self.supply // (self.assets + wei - fee) if fee else 0
        self.vault += wei
        self.supply += minted

    def compound(self):
        self.buffer += self.vault
        self.vault = 0
        if self.compounds:
            self.buffer += self.operator
            self.operator = 0
        self.move()

    def move(self):
        if self.phase != "exited" and self.buffer >= BUFFER:
            moved = self.buffer // UNIT * UNIT
            self.buffer -= moved
            self.deposits += moved
            if self.deposits >= THRESHOLD:
                self.phase = "active"

    def deposit(self, wei):
        if self.phase == "exited" or self.paused or self.deposits + self.buffer + wei > CAPACITY:
            return None
        minted = self.shares(wei)
        self.buffer += wei
        self.supply += minted
        self.move()
        return minted

    def request(self, shares, wei, at):
        if shares > self.supply:
            return None
        if self.phase == "active":
            if self.deposits - wei < THRESHOLD:
                liquid = self.deposits + self.buffer + self.vault
                liquid += self.operator if self.compounds else 0
                if wei > liquid:
                    return None
                self.buffer, self.deposits, self.vault = liquid, 0, 0
                self.operator = 0 if self.compounds else self.operator
                self.phase = "exited"
                self.buffer -= wei
            else:
                self.deposits -= wei
        elif wei > self.buffer:
            return None
        else:
            self.buffer -= wei
        self.supply -= shares
        self.requests.append((self.next, wei, at + DELAY))
        self.next += 1
        return self.next - 1


def course(rng):
    bgt = rng.random() < 0.3
    deposits = rng.choice([245_000, 251_000, 300_000, 9_990_000]) * WAD + rng.randrange(WAD)
    deposits -= deposits % UNIT
    pool = dict(consensusDeposits=deposits, buffer=rng.randrange(9_000 * WAD),
                operatorRewards=rng.choice([0, rng.randrange(20_000 * WAD)]))
    pool["totalSupply"] = int(sum(pool.values()) * F(rng.randrange(700, 1000), 1000))
    days, step = rng.randrange(3, 60), rng.choice([DAY, 3_600 * 7, 3 * DAY])
    sources = [dict(perDay=rng.randrange(80 * WAD), commissionBps=rng.randrange(2001)),
               dict(grossApr=F(rng.randrange(10**17), WAD), commissionBps=0)]
    fee = rng.randrange(1001)
    auction = rng.choice([
        None, dict(payout=100 * WAD, everySeconds=rng.randrange(DAY // 3, 9 * DAY)),
        dict(payout=rng.randrange(1, 200 * WAD), usdPerDay=F(rng.randrange(10**20, 10**22), WAD),
             beraPrice=F(rng.randrange(10**17, 10**19), WAD),
             claimMargin=F(rng.randrange(10**17), WAD))])
    held = pool["totalSupply"] // rng.randrange(2, 500)
    holder = rng.choice([dict(shares=held), dict(assets=held)])
    events = []
    for at in sorted(rng.randrange(START, START + days * DAY + 1) for _ in range(rng.randrange(9))):
        kind = rng.choice(["deposit", "withdraw", "redeem", "pause", "unpause", "exit"])
        event = dict(at=at)
        if kind in ("deposit", "withdraw", "redeem"):
            event[kind] = rng.randrange(1, rng.choice([50, 40_000, 300_000]) * WAD)
            if rng.random() < 0.6:
                event["holder"] = True
                event[kind] = rng.randrange(1, held)
        elif kind != "exit" or rng.random() < 0.4:
            event["action"] = kind
        else:
            continue
        events.append(event)
    scenario = dict(start=START, days=days, stepSeconds=step, pool=pool, protocolFeeBps=fee,
                    sources=sources, holder=holder, events=events)
    if auction:
        scenario["auction"] = auction
    return scenario, bgt


def run(scenario, bgt):
    given = scenario["pool"]
    pool = Pool(given["consensusDeposits"], given["buffer"], given["operatorRewards"],
                given["totalSupply"], scenario["protocolFeeBps"], not bgt)
    end = START + scenario["days"] * DAY
    auction = scenario.get("auction")
    times, steps = {end}, scenario["stepSeconds"]
    times |= set(range(START, end + 1, steps)) | {e["at"] for e in scenario["events"]}
    claims = set()
    if auction:
        every = auction.get("everySeconds")
        if every is None:
            usd = F(auction["payout"], WAD) * auction["beraPrice"] * (1 + auction["claimMargin"])
            every = usd / auction["usdPerDay"] * DAY
        n = 1
        while START + ceil(n * every) <= end:
            claims.add(START + ceil(n * every))
            n += 1
        times |= claims
    holder = scenario["holder"]
    shares = holder["shares"] if "shares" in holder else pool.shares(holder["assets"])
    pending, growth = {}, F(1)
    value = lambda: pool.worth(shares) + sum(pending.values())
    opening = value()
    refused, now = 0, START
    for at in sorted(times):
        if at > START:
            if pool.phase == "active":
                assets, reward = pool.assets, 0
                for source in scenario["sources"]:
                    seconds = at - now
                    gross = (source["perDay"] * seconds // DAY if "perDay" in source
                             else floor(assets * seconds * source["grossApr"] / YEAR))
                    reward += gross - gross * source["commissionBps"] // BPS
                pool.reward(reward)
            if at in claims and pool.phase == "active":
                pool.reward(auction["payout"])
            pool.compound()
            now = at
        if pool.exit and pool.exit[1] <= at:
            pool.deposits -= pool.exit[0]
            pool.buffer += pool.exit[0]
            pool.exit = None
        for number, wei, ready in [r for r in pool.requests if r[2] <= at]:
            pool.requests.remove((number, wei, ready))
            if number in pending:
                growth = growth * F(value(), opening) if opening else growth
                del pending[number]
                opening = value()
        for event in [e for e in scenario["events"] if e["at"] == at]:
            own = event.get("holder", False)
            if "deposit" in event:
                closing = value()
                minted = pool.deposit(event["deposit"])
                refused += minted is None
                if own and minted is not None:
                    growth = growth * F(closing, opening) if opening else growth
                    shares += minted
                    opening = value()
            elif "withdraw" in event or "redeem" in event:
                if "withdraw" in event:
                    wei = event["withdraw"]
                    burned = -((-wei * (pool.supply + 1)) // (pool.assets + 1))
                else:
                    burned, wei = event["redeem"], pool.worth(event["redeem"])
                number = None if own and burned > shares else pool.request(burned, wei, at)
                refused += number is None
                if own and number is not None:
                    shares -= burned
                    pending[number] = wei
            elif event["action"] == "exit":
                if pool.phase == "exited":
                    refused += 1
                else:
                    pool.phase, pool.exit = "exited", (pool.deposits, at + DELAY)
            else:
                pool.paused = event["action"] == "pause"
    growth = growth * F(value(), opening) if opening else growth
    return dict(totalAssets=pool.assets, totalSupply=pool.supply, phase=pool.phase,
                operatorRewards=pool.operator, refused=refused, holderShares=shares,
                holderAssets=pool.worth(shares), holderPending=sum(pending.values()),
                holderApr=(growth - 1) * YEAR / (end - START))


def texts(value):
    if isinstance(value, dict):
        return {key: texts(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [texts(inner) for inner in value]
    if isinstance(value, F):
        return decimal(value)
    return value if isinstance(value, bool) else str(value)


def decimal(value):
    scaled = value.numerator * WAD // value.denominator
    return f"{scaled // WAD}.{scaled % WAD:018d}"


if __name__ == "__main__":
    rng = random.Random(20_271)
    cases = []
    for _ in range(60):
        scenario, bgt = course(rng)
        cases.append((dict(scenario=json.dumps(texts(scenario)), era="bgt" if bgt else "pol-next"),
                      run(scenario, bgt)))
    write("pool_courses", "wei; the holder's APR a decimal rounded down to 18 places", cases)
