// Unsafe: the call of the C routine, whose two buffers are borrowed for it and have the sizes that it asks for:
// the precondition of `fill` checks both.

internal import CKernels
internal import Words

/// Rows of points in 64.64 fixed point: `point(i, j) = start + i rowStep + j (step + i cross)`.
///
/// All modulo 2^128, so that falling steps are two's complements. No point's computed value exceeds
/// the true one, and none is more than `bound` units of 2^-64 below it.
struct PlaneDifference: Hashable, Sendable {
  var start: UInt128
  var rowStep: UInt128 = 0
  var step: UInt128
  var cross: UInt128 = 0
  var bound: UInt64

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
  /// Room for the marks of some rows, eight points a byte, each row from a byte of its own; and where the rows
  /// go.
  struct Scratch {
    fileprivate(set) var doubtful: [UInt8]
    /// Whether all rows of the fill are more than a cache holds.
    fileprivate let isBeyondCache: Bool
    /// Whether the last rows had marks: they are read again, and so will the next be, on a grid of round numbers.
    fileprivate var isReadAgain = false
  }

  /// Points from which on rows are stored around the cache: 8 MB.
  ///
  /// Measured, that takes as long as storing into it for 1 MB, two thirds for 8 MB, four tenths for 80 MB;
  /// but what reads the points next waits.
  static let cachedPoints = 1 << 20

  private let rowLength: Int
  /// Bytes of marks for one row.
  let markCount: Int
  /// Rows that are filled at a time.
  let rowLimit: Int

  init(rowLength: Int) {
    self.rowLength = rowLength
    markCount = (rowLength + 7) / 8
    rowLimit = max(1, 1024 / markCount)
  }

  /// Room for a fill of so many points.
  func makeScratch(points: Int) -> Scratch {
    Scratch(
      doubtful: [UInt8](repeating: 0, count: rowLimit * markCount),
      isBeyondCache: points >= Self.cachedPoints)
  }

  /// Makes the points of a fill visible to other threads.
  func finish(_ scratch: Scratch) {
    if scratch.isBeyondCache { berayield_settle_stores() }
  }

  /// Writes the whole parts of the points of some rows, and marks those whose fraction is within the
  /// plane's bound of the next whole number.
  ///
  /// - Parameters:
  ///   - points: receives the rows.
  ///   - base: where in `points` the first row begins.
  ///   - rows: how many rows, at most ``rowLimit``.
  ///   - plane: the plane from the first of these rows on.
  ///   - scratch: receives the marks.
  /// - Returns: whether any point is marked.
  func fill(
    _ points: inout MutableSpan<UInt64>, from base: Int, rows: Int, by plane: PlaneDifference,
    scratch: inout Scratch
  ) -> Bool {
    precondition(
      base >= 0 && rows >= 0 && rows <= rowLimit && points.count - base >= rows * rowLength
        && scratch.doubtful.count == rowLimit * markCount)
    var words = berayield_plane(
      start: (plane.start.lowWord, plane.start.highWord),
      row_step: (plane.rowStep.lowWord, plane.rowStep.highWord),
      step: (plane.step.lowWord, plane.step.highWord),
      cross: (plane.cross.lowWord, plane.cross.highWord), bound: plane.bound)
    let aroundCache: Int32 = scratch.isBeyondCache && !scratch.isReadAgain ? 1 : 0
    let isAnyMarked = unsafe points.withUnsafeMutableBufferPointer { points in
      unsafe scratch.doubtful.withUnsafeMutableBufferPointer { marks in
        unsafe berayield_fill_plane(
          berayield_variant(), points.baseAddress?.advanced(by: base), marks.baseAddress, rows,
          rowLength, &words, aroundCache) != 0
      }
    }
    scratch.isReadAgain = isAnyMarked
    return isAnyMarked
  }
}
