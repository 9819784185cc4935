"""A year of observations of vaults to their yields, each per vault and day, by Spark.

In: partitioned Parquet, an observation a row: the columns of `berayield csv` with `timestamp`, and `vault` and `day`.
Out: Parquet with one row for each vault and day: how many observations there are and how many have no APR, the
least, the median and the greatest APR, and the mean as the exact sum and count that it is made of. All are exact,
so the files are equal to those of one machine, whatever the number of executors and partitions.

    spark-submit yearly_job.py OBSERVATIONS OUT
"""

from __future__ import annotations

import sys
from typing import Any

import berayield as by


def yields(observations: Any) -> Any:
    """The APR of each observation at its own time."""
    figures = by.spark.with_apr(observations, at="timestamp", metrics=["apr", "status"])
    return figures.select("vault", "day", "apr", "status")


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
    daily(yields(spark.read.parquet(observations))).write.mode("overwrite").parquet(out)


if __name__ == "__main__":
    main(*sys.argv[1:])
