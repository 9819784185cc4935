// Unsafe: columns as C sees them, borrowed for a call. A number of 128 bits is two words in memory, the low one
// first on the processors that Swift knows, so the same bytes hold twice as many words.

extension Span<UInt128> {
  /// Calls with the words of the numbers, low word first.
  @inline(__always)
  package func withWords<Result>(
    _ body: (UnsafePointer<UInt64>?) throws -> Result
  ) rethrows -> Result {
    try unsafe withUnsafeBytes { bytes in
      try unsafe body(bytes.baseAddress?.assumingMemoryBound(to: UInt64.self))
    }
  }
}

extension MutableSpan<UInt128> {
  /// Calls with the words of the numbers, low word first.
  @inline(__always)
  package mutating func withMutableWords<Result>(
    _ body: (UnsafeMutablePointer<UInt64>?) throws -> Result
  ) rethrows -> Result {
    try unsafe withUnsafeMutableBytes { bytes in
      try unsafe body(bytes.baseAddress?.assumingMemoryBound(to: UInt64.self))
    }
  }
}
