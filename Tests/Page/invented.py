"""SYNTHETIC snapshots of a chain: as many vaults as wanted, hostile names among them."""

import json
import random

HOSTILE = [
    "\"><img src=x onerror=alert(1)>",
    "<script>alert(2)</script>",
    "\u202edetrevni\u202c",
    "</th></tr></table><h1>owned",
    "javascript:alert(3)",
    "'; DROP TABLE vaults; --",
    "A" * 120,
    "中文代币名称很长" * 4,
    "&lt;b&gt;twice&lt;/b&gt;",
]
WBERA = "0x6969696969696969696969696969696969696969"
START, DAY = 1_793_620_800, 86_400


def address(group, number):
    """The address of a number in a group."""
    return f"0x{group:02x}{number:038x}"


def price(rng):
    """A price of any size, with up to 18 decimals."""
    digits = rng.choice([0, 1, 2, 6, 18])
    value = rng.randrange(1, 10 ** rng.randrange(1, 8))
    return (f"{value}." + "".join(rng.choice("0123456789") for _ in range(digits))).rstrip(".")


def offer(rng, vault, number):
    """An incentive token; some without a price or decimals, some empty."""
    decimals = rng.choice([0, 6, 8, 18])
    return {
        "token": address(0xC0 + number, vault), "symbol": f"INC{vault}{'abc'[number]}",
        "decimals": decimals, "minIncentiveRate": "1",
        "incentiveRate": str(rng.randrange(1, 5 * 10**decimals + 2)),
        "amountRemaining": str(rng.choice([0, rng.randrange(10 ** (decimals + 5))])),
        "manager": address(0xD0, vault), "price": rng.choice([None, price(rng), price(rng)]),
    }


def vault(rng, number, time):
    """A vault: running, over, without stake, or half read."""
    decimals = rng.choice([6, 18, 18, 18])
    kind = rng.choice(["running"] * 5 + ["over", "empty", "unpriced", "unread"])
    name = HOSTILE[number] if number < len(HOSTILE) else f"Vault {rng.randrange(10**6)}"
    # Tokens may call themselves one thing, and their symbol another.
    symbol = rng.choice([name[:30], f"SYN-{number}", HOSTILE[number % len(HOSTILE)][:20]])
    return {
        "vault": address(0xA0, number), "stakeToken": address(0xB0, number), "symbol": symbol,
        "name": name, "stakeDecimals": decimals, "rewardToken": WBERA,
        "rewardRate": str(rng.randrange(10**30, 10**35)),
        "periodFinish": time + (-rng.randrange(10**6) if kind == "over" else rng.randrange(1, 7 * DAY)),
        "totalSupply": "0" if kind == "empty" else str(rng.randrange(1, 10 ** (decimals + 6))),
        "rewardPrice": "2.5", "stakePrice": None if kind == "unpriced" else price(rng),
        "stakePriceSource": None if kind == "unpriced" else "option", "lastUpdateTime": time - 60,
        "rewardPerToken": None if kind == "unread" else "5", "rewardPerTokenStored": "5",
        "undistributedRewards": "0", "rewardsDuration": 604800, "pendingRewardsDuration": 0,
        "targetRewardsPerSecond": "0", "minRewardDurationForTargetRate": 0,
        "paused": rng.random() < 0.1, "whitelisted": True,
        "incentives": None if kind == "unread" else
        [offer(rng, number, n) for n in range(rng.choice([0, 0, 1, 2, 3]))],
    }


def snapshot(count, day, seed=7):
    """The snapshot of a day, as text."""
    time = START + day * DAY
    rng = random.Random(f"{seed} {day}")
    return json.dumps({
        "kind": "berayield-snapshot", "version": 1,
        "chain": {"id": 80094, "endpoint": "synthetic.example",
                  "block": {"number": 26_000_000 + 43_200 * day, "hash": f"0x{day:064x}", "timestamp": time}},
        "era": "pol-next",
        "eraFlags": {"controllerVersion": 2, "emissionToken": WBERA, "incentiveTokensCollector": WBERA},
        "prices": [{"token": WBERA, "price": "2.5", "source": "option"}],
        "vaults": [vault(rng, number, time) for number in range(count)], "validators": [],
        "pools": [{"kind": "sWBERA", "address": address(0xE0, 1), "totalAssets": str(3 * 10**24 + 1),
                   "totalSupply": str(29 * 10**23), "reservedAssets": "0"}],
        "blockRewards": None, "chef": None, "incentives": None, "stream": None, "gaps": [],
    }, ensure_ascii=False)
