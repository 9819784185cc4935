import Workbench

let (workload, bench) = try Workbench.fromCommandLine()
print(workload, bench.directory)
