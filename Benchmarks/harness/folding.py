"""The fingerprint by which every program's answers are compared before it is timed.

    fingerprint = sum over i of (answer_i mod (2^61 - 1)) * (2 i + 1)   mod 2^64

It depends on every digit of every answer and on their order, and each language computes it in a line.
"""

MERSENNE_61 = (1 << 61) - 1
WORD = (1 << 64) - 1


def fold(answers):
    """The fingerprint of a sequence of non-negative integers, as 16 hexadecimal digits."""
    total = 0
    for index, answer in enumerate(answers):
        total += (answer % MERSENNE_61) * (2 * index + 1)
    return f"{total & WORD:016x}"
