internal import CGMP

extension Magnitude {
  /// `self * 2^count`, count >= 0.
  @inline(__always)
  func shiftedLeft(by count: Int) -> Magnitude {
    if isInline && count < 256 && (count == 0 || shiftedRightInline(by: 256 - count).isZero) {
      return shiftedLeftInline(by: count)
    }
    return shiftedLeftWide(by: count)
  }

  /// The floor of `self / 2^count`, count >= 0.
  @inline(__always)
  func shiftedRight(by count: Int) -> Magnitude {
    isInline ? shiftedRightInline(by: count) : shiftedRightWide(by: count)
  }

  /// An inline value times 2^count, 0 <= count < 256, less what exceeds 256 bits.
  @inline(__always)
  private func shiftedLeftInline(by count: Int) -> Magnitude {
    if count >= 128 { return Magnitude(low: 0, high: low &<< UInt128(count - 128)) }
    if count == 0 { return self }
    let carried = low &>> UInt128(128 - count)
    return Magnitude(low: low &<< UInt128(count), high: high &<< UInt128(count) | carried)
  }

  /// The floor of an inline value divided by 2^count, count >= 0.
  @inline(__always)
  private func shiftedRightInline(by count: Int) -> Magnitude {
    if count >= 256 { return .zero }
    if count >= 128 { return Magnitude(high &>> UInt128(count - 128)) }
    if count == 0 { return self }
    let carried = high &<< UInt128(128 - count)
    return Magnitude(low: low &>> UInt128(count) | carried, high: high &>> UInt128(count))
  }

  @inline(never)
  private func shiftedLeftWide(by count: Int) -> Magnitude {
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

  @inline(never)
  private func shiftedRightWide(by count: Int) -> Magnitude {
    if count >= bitWidth { return .zero }
    if count == 0 { return self }
    let (skipped, bits) = count.quotientAndRemainder(dividingBy: 64)
    return unsafe withLimbs { limbs, used in
      let kept = used - skipped
      if bits == 0 { return unsafe Magnitude(copying: limbs + skipped, count: kept) }
      if kept <= 5 {
        // Most likely inline again: no storage until that is known.
        return unsafe LimbArithmetic.withScratch(kept) { scratch in
          _ = unsafe __gmpn_rshift(scratch, limbs + skipped, kept, UInt32(bits))
          return unsafe Magnitude(copying: scratch, count: kept)
        }
      }
      let capacity = LimbArithmetic.roomy(kept)
      let buffer = LimbBuffer(capacity: capacity)
      _ = unsafe __gmpn_rshift(buffer.limbs, limbs + skipped, kept, UInt32(bits))
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
