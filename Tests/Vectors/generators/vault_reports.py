#!/usr/bin/env python3
"""Writes Tests/Vectors/vault_reports.csv: vaults and their figures by Python integers and mpmath.

The oracle shares nothing with the engine. Needs mpmath (pip install mpmath).
"""
import csv
import random
from fractions import Fraction
from pathlib import Path

from mpmath import mp, mpf

WAD = 10**18
OUT = Path(__file__).resolve().parent.parent / "vault_reports.csv"
COLUMNS = [
    "rewardRate", "periodFinish", "totalSupply", "stakeDecimals", "rewardPrice", "stakePrice",
    "time", "year", "periods", "balance", "deposit",
    "status", "apr", "apyDaily", "apyContinuous", "apy", "tvl", "perDay", "perYear", "perDayUsd",
    "perYearUsd", "share", "stakerUntilFinish", "stakerPerDay", "dilutedApr",
]


def half_even(numerator, denominator):
    quotient, rest = divmod(numerator, denominator)
    if 2 * rest > denominator or (2 * rest == denominator and quotient & 1):
        quotient += 1
    return quotient


def decimal(raw):
    sign, raw = ("-", -raw) if raw < 0 else ("", raw)
    text = str(raw).rjust(19, "0")
    return (sign + text[:-18] + "." + text[-18:]).rstrip("0").rstrip(".")


def apy(apr, n):
    """(1 + apr/n)^n - 1, half to even, by exact fractions where cheap and mpmath otherwise."""
    if n <= 400:
        value = (1 + Fraction(apr, n * WAD)) ** n - 1
        return half_even(value.numerator * WAD, value.denominator)
    return certain(lambda: mp.power(1 + mpf(apr) / WAD / n, n) - 1)


def continuous(apr):
    return certain(lambda: mp.expm1(mpf(apr) / WAD))


def certain(function):
    """Rounds half to even when two precisions agree on the digits around the rounding."""
    results = set()
    for digits in (400, 700):
        mp.dps = digits
        results.add(int(mp.nint(function() * WAD)))
    assert len(results) == 1
    return results.pop()


def apr_of(rate, supply, decimals, reward_price, stake_price, year):
    return (rate * year * reward_price * 10**decimals) // (WAD * supply * stake_price)


def row(r):
    d = r.choice([18, 18, 18, 6, 8, 0, 2, 24])
    rate = r.randrange(10 ** r.randrange(28, 38))
    supply = r.choice([0] + [r.randrange(1, 10 ** (d + r.randrange(1, 9))) for _ in range(9)])
    reward_price = r.randrange(1, 10 ** r.randrange(16, 22))
    stake_price = r.randrange(1, 10 ** r.randrange(14, 24))
    time = r.randrange(1_600_000_000, 1_900_000_000)
    finish = r.choice([time, time + 1, time - 1, time + r.randrange(1, 700_000), time + 604_800, ""])
    year = r.choice([31_536_000, 31_536_000, 31_557_600, 31_622_400])
    periods = r.choice([1, 2, 12, 52, 2190, 8760, 31_536_000])
    balance = r.randrange(supply + 1)
    deposit = r.randrange(1, 10 ** (d + 6))
    active = finish == "" or time < finish
    status = "noStake" if supply == 0 else "active" if active else "expired"
    accrues = status == "active"
    out = dict.fromkeys(COLUMNS, "")
    apr = None
    if supply:
        apr = apr_of(rate, supply, d, reward_price, stake_price, year) if active else 0
        out["apr"] = decimal(apr)
        # No APY is stated above an APR of 100.
        if apr <= 100 * WAD:
            out["apyDaily"] = decimal(apy(apr, 365))
            out["apyContinuous"] = decimal(continuous(apr))
            out["apy"] = decimal(apy(apr, periods))
        share = Fraction(balance, supply)
        out["share"] = decimal(int(share * WAD))
    flow = rate if accrues else 0
    per_share = Fraction(balance, supply) * flow if supply else Fraction(0)
    if finish != "":
        out["stakerUntilFinish"] = decimal(int(per_share * max(0, finish - time) / WAD))
    out["stakerPerDay"] = decimal(int(per_share * 86_400 / WAD))
    out["dilutedApr"] = decimal(
        apr_of(rate, supply + deposit, d, reward_price, stake_price, year) if active else 0)
    out.update(
        rewardRate=rate, periodFinish=finish, totalSupply=supply, stakeDecimals=d,
        rewardPrice=decimal(reward_price), stakePrice=decimal(stake_price), time=time, year=year,
        periods=periods, balance=balance, deposit=deposit, status=status,
        tvl=decimal(supply * stake_price // 10**d),
        perDay=decimal(flow * 86_400 // WAD), perYear=decimal(flow * year // WAD),
        perDayUsd=decimal(flow * 86_400 * reward_price // 10**36),
        perYearUsd=decimal(flow * year * reward_price // 10**36))
    return out


def main():
    r = random.Random(20260501)
    with OUT.open("w", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for _ in range(300):
            writer.writerow(row(r))


if __name__ == "__main__":
    main()
