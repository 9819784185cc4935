import Workbench

let (workload, bench) = try Workbench.fromCommandLine()
switch workload {
case "apr":
  for kind in ["rows", "round"] { try RewardVaultKernels(kind: kind, bench: bench).run() }
case "accounting": try VaultAccounting(bench: bench).run()
case "apy": try CompoundingKernels(bench: bench).run()
case "functions": try CorrectlyRoundedFunctions(bench: bench).run()
case "grid": try GridKernels(bench: bench).run()
case "wide": try WideOperations(bench: bench).run()
case "evm": try EVMKernels(bench: bench).run()
default: throw WorkbenchError.usage("no workload \(workload)")
}
