internal import CYieldKernels

/// A row of points in 64.64 fixed point: start, common step (two's complement when it falls) and the
/// bound of all its points' errors, in units of 2^-64.
struct LineDifference: Hashable, Sendable {
  let start: UInt128
  let step: UInt128
  let bound: UInt64
}

/// Forward differences along rows of one length, by the widest vectors that this processor has.
///
/// The package's only unsafe code of this module: the call of the C routine, whose two buffers have
/// the sizes that the routine asks for.
struct LineFiller: Sendable {
  /// Room for the marks of one row, eight points a byte.
  struct Scratch {
    fileprivate(set) var doubtful: [UInt8]
  }

  private let rowLength: Int

  init(rowLength: Int) {
    self.rowLength = rowLength
  }

  func makeScratch() -> Scratch {
    Scratch(doubtful: [UInt8](repeating: 0, count: (rowLength + 7) / 8))
  }

  /// Writes the whole parts of `start + j * step`, and marks the points whose fraction is within
  /// `bound` of the next whole number.
  ///
  /// - Parameters:
  ///   - points: receives the row, of the length given to the initialiser.
  ///   - base: where in `points` the row begins.
  ///   - difference: start, step and bound.
  ///   - scratch: receives the marks.
  /// - Returns: whether any point is marked.
  @inline(__always)
  func fill(
    _ points: inout MutableSpan<UInt64>, from base: Int, by difference: LineDifference,
    scratch: inout Scratch
  ) -> Bool {
    precondition(
      base >= 0 && points.count - base >= rowLength && scratch.doubtful.count == (rowLength + 7) / 8
    )
    return unsafe points.withUnsafeMutableBufferPointer { row in
      unsafe scratch.doubtful.withUnsafeMutableBufferPointer { marks in
        unsafe berayield_fill_line(
          row.baseAddress?.advanced(by: base), marks.baseAddress, rowLength,
          difference.start.lowWord, difference.start.highWord,
          difference.step.lowWord, difference.step.highWord, difference.bound) != 0
      }
    }
  }
}
