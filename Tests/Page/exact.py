"""The figures of a snapshot's vaults, worked out again with Python's fractions."""

import json
from fractions import Fraction

YEAR, DAY = 31_536_000, 86_400


def floor18(value):
    """Plain decimals, 18 at most, rounded down; a part of nothing is None."""
    if value is None:
        return None
    number = value * 10**18 // 1
    text = f"{number // 10**18}.{number % 10**18:018d}".rstrip("0").rstrip(".")
    return text


def written_out(text):
    """A text as a page shows it: what turns the direction of text around is written out."""
    return text.replace("\u202e", "\\u{202E}").replace("\u202c", "\\u{202C}")


class Vault:
    """A vault of a snapshot."""

    def __init__(self, vault, time):
        self.address, self.name, self.symbol = vault["vault"], vault["name"], vault["symbol"]
        needed = ["rewardRate", "periodFinish", "totalSupply", "stakeDecimals", "rewardPrice", "stakePrice"]
        self.time = time
        self.apr = self.tvl = self.runway = None
        self.status = "unknown"
        is_running = time < vault["periodFinish"]
        rate = int(vault["rewardRate"])
        if all(vault[key] is not None for key in needed):
            stake, unit = int(vault["totalSupply"]), 10 ** vault["stakeDecimals"]
            self.tvl = Fraction(stake, unit) * Fraction(vault["stakePrice"])
            self.status = "noStake" if stake == 0 else "active" if is_running else "expired"
            if stake:
                paid = Fraction(rate, 10**36) * YEAR * Fraction(vault["rewardPrice"]) if is_running else Fraction(0)
                self.apr = paid / self.tvl
        self.tokens = vault["incentives"]
        offers = [o for o in self.tokens or [] if o["price"] is not None and int(o["amountRemaining"])]
        self.bid = sum(
            (Fraction(int(o["incentiveRate"]), 10 ** o["decimals"]) * Fraction(o["price"]) for o in offers),
            Fraction(0))
        perday = rate * DAY // 10**18
        if is_running and perday:
            lasts = [Fraction(int(o["amountRemaining"]) * 10**18, int(o["incentiveRate"]) * perday) * DAY
                     for o in offers if Fraction(o["price"])]
            self.runway = max(lasts, default=None)
        if not any(offer["price"] is not None for offer in self.tokens or []):
            self.bid = None

    def keys(self):
        """What each column is sorted by, as the page has it."""
        return {
            "vault": written_out(self.name.lower()), "status": self.status.lower(), "APR": floor18(self.apr), "realised 7 d": None,
            "TVL, USD": floor18(self.tvl), "incentives, USD": floor18(self.bid),
            "runway": floor18(self.runway), "data": str(self.time),
        }


def vaults(folder):
    """The vaults of a site's snapshot.json."""
    snapshot = json.loads((folder / "snapshot.json").read_text(encoding="utf-8"))
    time = snapshot["chain"]["block"]["timestamp"]
    return [Vault(vault, time) for vault in snapshot["vaults"]]
