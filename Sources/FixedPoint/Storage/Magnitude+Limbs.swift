// How GMP reads a magnitude and writes one: the only doors between the value and its limbs.

extension Magnitude {
  /// Calls `body` with the limbs without leading zeros, from a stack copy for inline values.
  @inline(__always)
  func withLimbs<R>(_ body: (UnsafePointer<UInt>, Int) -> R) -> R {
    if !isInline {
      defer { withExtendedLifetime(owner) {} }
      return unsafe body(UnsafePointer(wideLimbs), wideCount)
    }
    let count = inlineCount
    return unsafe withUnsafePointer(to: (low, high)) { pointer in
      unsafe body(UnsafeRawPointer(pointer).assumingMemoryBound(to: UInt.self), count)
    }
  }

  /// Replaces the value by limbs that `write` puts at the address it is given.
  ///
  /// Keeps the present storage where nobody else sees it and `room` limbs fit, so that a variable
  /// that is calculated into again and again allocates once. The old limbs are still in place when
  /// `write` starts.
  ///
  /// - Parameters:
  ///   - room: how many limbs `write` may touch.
  ///   - write: fills the limbs and returns how many count, leading zeros allowed.
  @inline(__always)
  mutating func overwrite(room: Int, _ write: (UnsafeMutablePointer<UInt>) -> Int) {
    if let own = unsafe ownLimbs(room: room) {
      let used = unsafe LimbArithmetic.trimmed(UnsafePointer(own), write(own))
      if used > 4 {
        setWideCount(used)
      } else {
        replace(by: unsafe Magnitude(inlineLimbs: UnsafePointer(own), count: used))
      }
    } else {
      unsafe overwriteElsewhere(room: room, write)
    }
  }

  private mutating func overwriteElsewhere(
    room: Int, _ write: (UnsafeMutablePointer<UInt>) -> Int
  ) {
    if room <= 8 {
      // Most likely inline: no storage until that is known.
      unsafe LimbArithmetic.withScratch(8) { scratch in
        let count = unsafe write(scratch)
        replace(by: unsafe Magnitude(copying: UnsafePointer(scratch), count: count))
      }
      return
    }
    let capacity = LimbArithmetic.roomy(room)
    let buffer = LimbBuffer(capacity: capacity)
    let count = unsafe write(buffer.limbs)
    replace(by: Magnitude(adopting: buffer, count: count, capacity: capacity))
  }

  /// Becomes a value that was calculated from the own limbs, which must live until it was.
  @inline(__always)
  mutating func replace(by value: Magnitude) {
    let old = owner
    self = value
    withExtendedLifetime(old) {}
  }

  /// Becomes the value of `count` limbs elsewhere, leading zeros allowed.
  @inline(__always)
  mutating func become(_ limbs: UnsafePointer<UInt>, count: Int) {
    let used = unsafe LimbArithmetic.trimmed(limbs, count)
    if used > 4, let own = unsafe ownLimbs(room: used) {
      unsafe own.update(from: limbs, count: used)
      setWideCount(used)
    } else {
      replace(by: unsafe Magnitude(copying: limbs, count: used))
    }
  }

  /// The value of `count` limbs at `limbs`, leading zeros allowed.
  @inline(__always)
  init(copying limbs: UnsafePointer<UInt>, count: Int) {
    let used = unsafe LimbArithmetic.trimmed(limbs, count)
    if used <= 4 {
      unsafe self.init(inlineLimbs: limbs, count: used)
    } else {
      let capacity = LimbArithmetic.roomy(used)
      let buffer = LimbBuffer(capacity: capacity)
      unsafe buffer.limbs.initialize(from: limbs, count: used)
      self.init(owning: buffer, count: used, capacity: capacity)
    }
  }

  /// The value of at most four limbs.
  @inline(__always)
  init(inlineLimbs limbs: UnsafePointer<UInt>, count: Int) {
    let w0 = unsafe count > 0 ? UInt128(limbs[0]) : 0
    let w1 = unsafe count > 1 ? UInt128(limbs[1]) : 0
    let w2 = unsafe count > 2 ? UInt128(limbs[2]) : 0
    let w3 = unsafe count > 3 ? UInt128(limbs[3]) : 0
    self.init(low: w1 << 64 | w0, high: w3 << 64 | w2)
  }

  /// Takes over a buffer whose first `count` limbs were written, leading zeros allowed.
  @inline(__always)
  init(adopting buffer: LimbBuffer, count: Int, capacity: Int) {
    // A small value leaves the buffer: it must live until its limbs were read.
    defer { withExtendedLifetime(buffer) {} }
    let used = unsafe LimbArithmetic.trimmed(UnsafePointer(buffer.limbs), count)
    if used <= 4 {
      unsafe self.init(inlineLimbs: UnsafePointer(buffer.limbs), count: used)
    } else {
      self.init(owning: buffer, count: used, capacity: capacity)
    }
  }

  /// The value of words of any number, least significant first.
  init(words: [UInt]) {
    self = unsafe words.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return .zero }
      return unsafe Magnitude(copying: start, count: buffer.count)
    }
  }
}
