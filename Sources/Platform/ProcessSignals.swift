#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
internal import Synchronization

// Unsafe: sigaction(2) fills a structure of our own, whose handler is compared and never called. A signal
// handler may only load atomics and call unlink. So the table of atomics is
// allocated before the handlers are installed and never freed, and a string whose address was
// ever in it is never freed either.

/// What a command-line process wants from signals.
///
/// A library never calls `prepare()`.
///
/// - A closed pipe and a file that may not grow are errors of `write`, not a silent death (`SIGPIPE` and
///   `SIGXFSZ` are ignored).
/// - Interrupt, hang-up and termination remove the hidden files of unfinished `AtomicFile`s, then end
///   the process as the signal would have; a run that listens for a `StopRequest` is told first.
package enum ProcessSignals {
  /// A file to remove when the process is told to end.
  package struct Registration: Sendable {
    fileprivate let slot: Int?
  }

  /// Installs the handlers.
  ///
  /// Call it once, first thing in `main`.
  package static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    _ = unsafe hiddenPaths
    StopRequest.prepare()
    var ours = sigset_t()
    unsafe sigemptyset(&ours)
    for number in [SIGINT, SIGTERM, SIGHUP] where number != SIGHUP || !isHangUpIgnored {
      unsafe sigaddset(&ours, number)
      signal(number) { number in
        if StopRequest.take() { return }
        ProcessSignals.removeHiddenFiles()
        // Die of the signal itself, so that a shell sees the interruption.
        signal(number, SIG_DFL)
        raise(number)
      }
    }
    // A parent may have started this process from a thread that blocks signals, as those of Dispatch
    // do, and the block is inherited.
    unsafe pthread_sigmask(SIG_UNBLOCK, &ours, nil)
  }

  /// Whether the parent wants this process to outlive its terminal, as `nohup` does.
  private static var isHangUpIgnored: Bool {
    var action = sigaction()
    guard unsafe sigaction(SIGHUP, nil, &action) == 0 else { return false }
    #if canImport(Darwin)
      let handler = unsafe action.__sigaction_u.__sa_handler
    #elseif canImport(Glibc)
      let handler = unsafe action.__sigaction_handler.sa_handler
    #else
      let handler = unsafe action.__sa_handler.sa_handler
    #endif
    return unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  static func register(_ path: String) -> Registration {
    let copy = unsafe strdup(path)
    let address = UInt(bitPattern: copy)
    for slot in 0..<slotCount
    where unsafe hiddenPaths[slot].compareExchange(
      expected: 0, desired: address, ordering: .acquiringAndReleasing
    ).exchanged {
      return Registration(slot: slot)
    }
    unsafe free(copy)
    return Registration(slot: nil)
  }

  static func unregister(_ registration: Registration) {
    guard let slot = registration.slot else { return }
    // The string stays allocated: a handler on another thread may be reading it this moment.
    unsafe hiddenPaths[slot].store(0, ordering: .releasing)
  }

  /// Runs inside a signal handler: loads of atomics and `unlink`, which POSIX allows there.
  private static func removeHiddenFiles() {
    for slot in 0..<slotCount {
      let address = unsafe hiddenPaths[slot].load(ordering: .acquiring)
      guard let path = unsafe UnsafePointer<CChar>(bitPattern: address) else { continue }
      unsafe unlink(path)
    }
  }

  /// Outputs that one process has open at a time are few: a result and its rejects.
  private static let slotCount = 16

  /// Addresses of C strings, zero for a free slot; never deallocated.
  private nonisolated(unsafe) static let hiddenPaths: UnsafeMutablePointer<Atomic<UInt>> = {
    let slots = UnsafeMutablePointer<Atomic<UInt>>.allocate(capacity: slotCount)
    for slot in 0..<slotCount { unsafe (slots + slot).initialize(to: Atomic(0)) }
    return unsafe slots
  }()
}
