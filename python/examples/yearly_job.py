"""A year of observations of vaults to their yields, each per vault and day, by Spark.

In: partitioned Parquet as `berayield.history(store).write_parquet(folder)` writes it, an observation a row.
Out: Parquet with one row for each vault and day: how many observations there are and how many have no APR, the
least, the median and the greatest APR, and the mean as the exact sum and count that it is made of; and the APR that
was realised from the last observation of the day before to the last one of the day. All are exact, so the files are
equal to those of one machine, whatever the number of executors and partitions.

    spark-submit yearly_job.py OBSERVATIONS OUT
"""

from __future__ import annotations

import sys
from decimal import Decimal, localcontext
from typing import Any

import berayield as by


def yields(observations: Any) -> Any:
    """The APR of each observation at its own time."""
    figures = by.spark.with_apr(observations, at="timestamp", metrics=["apr", "status"])
    return figures.select("vault", "day", "apr", "status")


def wad(price: str) -> int:
    """A price at scale 1e18."""
    with localcontext(prec=200):
        return int(Decimal(price).scaleb(18))


def realized(observations: Any) -> Any:
    """What somebody earned who staked from the last observation of the day before to the last one of each day.

    Null on a vault's first day, where a value could not be read, and where the accumulator fell.
    """
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    def apr(
        before: str | None, after: str | None, seconds: int | None, decimals: str | None, reward: str | None,
        stake: str | None,
    ) -> Decimal | None:
        if None in (before, after, seconds, decimals, reward, stake) or int(after) < int(before):
            return None
        raw = by.realized_apr(
            int(before), int(after), seconds=seconds, decimals=int(decimals), reward_price=wad(reward),
            stake_price=wad(stake))
        # Beyond the type there is none; no vault is near it.
        with localcontext(prec=200):
            return Decimal(raw).scaleb(-18) if raw < 10**38 else None

    names = ("timestamp", "reward_per_token", "stake_decimals", "reward_price", "stake_price")
    days = observations.groupBy("vault", "day").agg(f.max(f.struct(*names)).alias("last"))
    earlier = f.lag("last").over(Window.partitionBy("vault").orderBy("day"))
    last, before = f.col("last"), f.col("before")
    return days.withColumn("before", earlier).select(
        "vault", "day",
        f.udf(apr, "decimal(38,18)")(
            before["reward_per_token"], last["reward_per_token"], last["timestamp"] - before["timestamp"],
            last["stake_decimals"], last["reward_price"], last["stake_price"],
        ).alias("realized"))


def daily(figures: Any) -> Any:
    """What the observations of each vault and day have in common."""
    from pyspark.sql import functions as f

    # An observation of the data, never between two: the least APR that half of them do not exceed.
    ranks = f.sort_array(f.collect_list("apr"))
    half = ((f.count("apr") + 1) / 2).cast("int")
    return (
        figures.groupBy("vault", "day")
        .agg(
            f.count("*").alias("observations"), f.count("apr").alias("with_apr"),
            f.min("apr").alias("least"), f.when(f.count("apr") > 0, f.element_at(ranks, half)).alias("median"),
            f.max("apr").alias("greatest"), f.sum(f.col("apr").cast("decimal(38,18)")).alias("sum"),
        )
        .orderBy("vault", "day")
    )


def main(observations: str, out: str) -> None:
    """Runs the job."""
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.appName("berayield").getOrCreate()
    # Words stay text: a partition's folder alone says the day.
    spark.conf.set("spark.sql.sources.partitionColumnTypeInference.enabled", "false")
    rows = spark.read.parquet(observations)
    days = daily(yields(rows)).join(realized(rows), ["vault", "day"]).orderBy("vault", "day")
    days.write.mode("overwrite").parquet(out)


if __name__ == "__main__":
    main(*sys.argv[1:])
