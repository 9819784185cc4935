internal import Faults
internal import Inputs

/// What `--threads` may say; nil is all processors.
func threadCount(_ threads: String?) throws(Fault) -> Int? {
  try threads.map { text throws(Fault) in
    try Field(option: "--threads", text: text).integer("a number of threads", in: 1...1024)
  }
}
