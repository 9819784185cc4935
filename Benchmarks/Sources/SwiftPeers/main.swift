import Workbench

let (workload, bench) = try Workbench.fromCommandLine()
switch workload {
case "apr":
  try BigIntPeer(bench: bench).rewardVaultAPR()
  try DecimalPeer(bench: bench).rewardVaultAPR()
case "apy":
  try DecimalPeer(bench: bench).dailyAPY()
case "wide":
  try BigIntPeer(bench: bench).wide()
default:
  throw WorkbenchError.usage("no workload \(workload)")
}
