extension Magnitude {
  /// The value of words of any number, least significant first.
  init(words: [UInt]) {
    self = unsafe words.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return .zero }
      return unsafe Magnitude(copying: start, count: buffer.count)
    }
  }
}
