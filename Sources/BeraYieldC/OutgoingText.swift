internal import Arrow
internal import CBeraYield

// Unsafe: the text is allocated here, and freed by its release function, which the caller calls once.

/// A text that leaves.
struct OutgoingText {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Hands the text out, a zero byte behind it.
  func export(to target: UnsafeMutablePointer<berayield_answer>) {
    let memory = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count + 1)
    for (index, byte) in bytes.enumerated() {
      unsafe (memory + index).initialize(to: CChar(bitPattern: byte))
    }
    unsafe (memory + bytes.count).initialize(to: 0)
    LiveCounts.begin(.answer)
    unsafe target.initialize(
      to: berayield_answer(
        text: UnsafePointer(memory), count: bytes.count, release: Self.release,
        private_data: UnsafeMutableRawPointer(memory)))
  }

  private static let release: @convention(c) (UnsafeMutablePointer<berayield_answer>?) -> Void = {
    answer in
    guard let answer = unsafe answer, let memory = unsafe answer.pointee.private_data else {
      return
    }
    unsafe answer.pointee.release = nil
    unsafe answer.pointee.text = nil
    unsafe memory.assumingMemoryBound(to: CChar.self).deallocate()
    LiveCounts.end(.answer)
  }
}
