internal import CGMP

extension Magnitude {
  /// `self * 2^count`, count >= 0.
  func shiftedLeft(by count: Int) -> Magnitude {
    if isZero || count == 0 { return self }
    let (skipped, bits) = count.quotientAndRemainder(dividingBy: 64)
    return unsafe withLimbs { limbs, used in
      let capacity = LimbArithmetic.roomy(used + skipped + 1)
      let buffer = LimbBuffer(capacity: capacity)
      unsafe buffer.limbs.initialize(repeating: 0, count: skipped)
      let target = unsafe buffer.limbs + skipped
      if bits == 0 {
        unsafe target.initialize(from: limbs, count: used)
        unsafe target[used] = 0
      } else {
        unsafe target[used] = unsafe __gmpn_lshift(target, limbs, used, UInt32(bits))
      }
      return Magnitude(adopting: buffer, count: used + skipped + 1, capacity: capacity)
    }
  }

  /// The floor of `self / 2^count`, count >= 0.
  func shiftedRight(by count: Int) -> Magnitude {
    if count >= bitWidth { return .zero }
    if count == 0 { return self }
    let (skipped, bits) = count.quotientAndRemainder(dividingBy: 64)
    return unsafe withLimbs { limbs, used in
      let kept = used - skipped
      let capacity = LimbArithmetic.roomy(kept)
      let buffer = LimbBuffer(capacity: capacity)
      if bits == 0 {
        unsafe buffer.limbs.initialize(from: limbs + skipped, count: kept)
      } else {
        _ = unsafe __gmpn_rshift(buffer.limbs, limbs + skipped, kept, UInt32(bits))
      }
      return Magnitude(adopting: buffer, count: kept, capacity: capacity)
    }
  }

  /// What `shiftedRight(by: count)` leaves behind, measured against one unit of its result.
  func discardedPart(shiftingRightBy count: Int) -> DiscardedPart {
    if count <= 0 || isZero { return .nothing }
    let zeros = trailingZeroBitCount
    if zeros >= count { return .nothing }
    if bitWidth < count { return .belowHalf }
    if zeros == count - 1 { return .half }
    return bit(at: count - 1) ? .aboveHalf : .belowHalf
  }

  private func bit(at index: Int) -> Bool {
    unsafe withLimbs { limbs, used in
      let (limb, bit) = index.quotientAndRemainder(dividingBy: 64)
      return unsafe limb < used && (limbs[limb] >> UInt(bit)) & 1 == 1
    }
  }
}
