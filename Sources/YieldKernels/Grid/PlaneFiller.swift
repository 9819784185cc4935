// Unsafe: the call of the C routine, whose buffer is borrowed for it and has the size that it asks for: the
// precondition of `fill` checks it.

internal import CKernels
internal import Words

/// Rows of points in 64.64 fixed point: `point(i, j) = start + i rowStep + j (step + i cross)`.
///
/// All modulo 2^128, so that falling steps are two's complements. No point's computed value exceeds
/// the true one, and none is more than `bound` units of 2^-64 below it.
struct PlaneDifference: Hashable, Sendable {
  var start: UInt128
  var rowStep: UInt128
  var step: UInt128
  var cross: UInt128
  var bound: UInt64

  /// Whether an error of `bound` could carry into the whole part of a point's computed value.
  @inline(__always)
  func isDoubtful(_ value: UInt128) -> Bool {
    value.lowWord > ~bound
  }

  /// The plane from a later row on.
  @inline(__always)
  func dropping(_ rows: Int) -> PlaneDifference {
    var rest = self
    rest.start &+= rowStep &* UInt128(rows)
    rest.step &+= cross &* UInt128(rows)
    return rest
  }
}

/// Forward differences along rows of one length, by the widest vectors that this processor has.
struct PlaneFiller: Sendable {
  /// Points from which on rows are stored around the cache: 8 MB.
  ///
  /// Measured, that takes as long as storing into it for 1 MB, two thirds for 8 MB, four tenths for 80 MB;
  /// but what reads the points next waits.
  static let cachedPoints = 1 << 20

  private let rowLength: Int
  /// Rows that are filled at a time: a doubtful point makes all of them be looked through.
  let rowLimit: Int

  init(rowLength: Int) {
    self.rowLength = rowLength
    rowLimit = max(1, 8192 / rowLength)
  }

  /// Makes points stored around the cache visible to other threads.
  static func settle() {
    berayield_settle_stores()
  }

  /// Writes the whole parts of the points of some rows.
  ///
  /// - Parameters:
  ///   - points: receives the rows.
  ///   - base: where in `points` the first row begins.
  ///   - rows: how many rows.
  ///   - plane: the plane from the first of these rows on.
  ///   - aroundCache: whether to leave the points in memory and not in the cache; ``settle()`` follows.
  /// - Returns: whether any point is doubtful.
  func fill(
    _ points: inout MutableSpan<UInt64>, from base: Int, rows: Int, by plane: PlaneDifference,
    aroundCache: Bool
  ) -> Bool {
    precondition(base >= 0 && rows >= 0 && points.count - base >= rows * rowLength)
    var words = berayield_plane(
      start: (plane.start.lowWord, plane.start.highWord),
      row_step: (plane.rowStep.lowWord, plane.rowStep.highWord),
      step: (plane.step.lowWord, plane.step.highWord),
      cross: (plane.cross.lowWord, plane.cross.highWord), bound: plane.bound)
    return unsafe points.withUnsafeMutableBufferPointer { points in
      unsafe berayield_fill_plane(
        berayield_variant(), points.baseAddress?.advanced(by: base), rows, rowLength, &words,
        aroundCache ? 1 : 0) != 0
    }
  }
}
