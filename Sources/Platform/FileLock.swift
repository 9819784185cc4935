package import Faults

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

// Unsafe: open(2) and stat(2) take paths for the call only.

/// What one process at a time holds: a file beside another one, `NAME.lock`, which stays there empty.
///
/// The system lets go of it when the process ends, however it ends.
package final class FileLock {
  private let descriptor: Int32

  /// Takes the lock.
  ///
  /// - Parameters:
  ///   - path: the file that it is beside.
  ///   - name: that file as the user named it.
  /// - Throws: a `Fault` where another process holds it, or it cannot be made.
  package init(beside path: String, name: String) throws(Fault) {
    descriptor = unsafe open("\(path).lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { throw Fault.file(.create, name, code: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      guard code == EWOULDBLOCK else { throw Fault.file(.create, name, code: code) }
      throw Fault(
        .unwritable, at: .file(name), found: "another process writes it", expected: "one at a time",
        hint: "readers may be as many as they like")
    }
  }

  deinit {
    // A process that is being started has a copy of the descriptor for a moment, which would hold the lock.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Whether there is anything under a name.
  package static func hasFile(_ path: String) -> Bool { FileSystem.mode(of: path) != nil }
}
