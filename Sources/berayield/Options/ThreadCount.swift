internal import Faults

/// What `--threads` may say; nil is all processors.
func threadCount(_ threads: Int?) throws(Fault) -> Int? {
  guard (1...1024).contains(threads ?? 1) else {
    throw Fault(
      .outOfRange, at: .option("--threads"), found: "\(threads ?? 1)", expected: "1 to 1024")
  }
  return threads
}
