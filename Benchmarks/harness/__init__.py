"""The benchmark runner's parts: inputs, builds, measurement, report, plots."""
