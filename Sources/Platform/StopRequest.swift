#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
package import Faults
internal import Synchronization

// Unsafe: pipe(2) and poll(2) fill arrays of our own; a signal handler loads and stores atomics, writes
// one byte of its own, and leaves errno as it was.

/// A request to stop that came as a signal: a long run is told, and ends when it has something whole.
///
/// The first interrupt, hang-up or termination is the request; a second one ends the process at once. The
/// handlers are those of ``ProcessSignals``.
package enum StopRequest {
  /// The ends of the pipe through which the handler wakes who waits; negative while nobody listens.
  private static let reading = Atomic<Int32>(-1)
  private static let writing = Atomic<Int32>(-1)
  private static let made = Atomic<Bool>(false)

  /// Whether one was made.
  package static var isMade: Bool { made.load(ordering: .acquiring) }

  /// Makes what the handler looks at, which must not be made within it.
  static func prepare() {
    _ = (isMade, writing.load(ordering: .acquiring))
  }

  /// From now on signals are requests.
  ///
  /// - Throws: a `Fault` where the system has no pipe left.
  package static func listen() throws(Fault) {
    guard reading.load(ordering: .acquiring) < 0 else { return }
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else {
      throw Fault(.internalError, found: "no pipe: error \(errno)", expected: "")
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    reading.store(ends[0], ordering: .releasing)
    writing.store(ends[1], ordering: .releasing)
  }

  /// Waits.
  ///
  /// - Parameter milliseconds: how long at most.
  /// - Returns: whether a request was made, then or before.
  package static func wait(milliseconds: UInt64) -> Bool {
    var wanted = pollfd(
      fd: reading.load(ordering: .acquiring), events: Int16(POLLIN), revents: 0)
    if !isMade { _ = unsafe poll(&wanted, 1, Int32(clamping: milliseconds)) }
    return isMade
  }

  /// Runs inside a signal handler: whether the signal is a request.
  static func take() -> Bool {
    let end = writing.load(ordering: .acquiring)
    guard end >= 0, !made.exchange(true, ordering: .acquiringAndReleasing) else { return false }
    let code = errno
    var byte: UInt8 = 1
    _ = unsafe write(end, &byte, 1)
    errno = code
    return true
  }
}
