#!/bin/sh
# Writes every generated file of Tests/Vectors anew: the same bytes as long as nothing changed here.
# Needs Python 3.11 and requirements.txt; PYTHON names another interpreter.
set -eu
cd "$(dirname "$0")"
python="${PYTHON:-python3}"

for name in analytics_allocation analytics_block_rewards analytics_emission analytics_incentives \
  analytics_pool csv_oracle evm_python_twin fixedpoint pool_courses transcendental vault_reports; do
  "$python" "$name.py"
done
for name in abi_values best_allocations diff diff_hits evm_words getter_selectors grid history_pairs \
  history_realized kernel_apr kernel_apy realized_rewards solve solve_incentive solve_stake stake_token_values; do
  "$python" "$name.py" > "../$name.csv"
  echo "$name.csv"
done
