internal import Faults

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

// Unsafe: calls of C that take paths for the call only. What realpath allocates is copied and
// freed here.

/// The few questions to the file system that `AtomicFile` asks.
enum FileSystem {
  struct Mode {
    let isRegularFile: Bool
    let permissions: mode_t
  }

  /// What stands under `path`, or nil when there is nothing.
  static func mode(of path: String) -> Mode? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return Mode(
      isRegularFile: status.st_mode & S_IFMT == S_IFREG, permissions: status.st_mode & 0o7777)
  }

  /// The path that a chain of symbolic links ends in; `path` itself when nothing is there yet.
  static func resolvingLinks(_ path: String) -> String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// A new file in the directory of `target`: without a name where the system can, hidden otherwise.
  static func openBeside(
    _ target: String, name: String
  ) throws(Fault) -> (descriptor: Int32, hiddenPath: String?) {
    #if os(Linux)
      // The importer does not see the macro O_TMPFILE; this is its definition in the kernel's headers.
      let unnamedFile = 0o20_000_000 | O_DIRECTORY
      let unnamed = unsafe open(directory(of: target), unnamedFile | O_WRONLY | O_CLOEXEC, 0o666)
      if unnamed >= 0 {
        if unsafe access(selfPath(unnamed), F_OK) == 0 { return (unnamed, nil) }
        close(unnamed)
      }
    #endif
    for attempt in 0..<hiddenNameAttempts {
      let hidden = hiddenPath(beside: target, attempt: attempt)
      let descriptor = unsafe open(hidden, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (descriptor, hidden) }
      if errno != EEXIST { break }
    }
    throw Fault.file(.create, name, code: errno)
  }

  /// Gives a file without a name a hidden one beside `target`, from where it can be renamed.
  static func nameBeside(
    _ target: String, descriptor: Int32, name: String
  ) throws(Fault) -> String {
    #if os(Linux)
      for attempt in 0..<hiddenNameAttempts {
        let hidden = hiddenPath(beside: target, attempt: attempt)
        let linked = unsafe linkat(
          AT_FDCWD, selfPath(descriptor), AT_FDCWD, hidden, AT_SYMLINK_FOLLOW)
        if linked == 0 { return hidden }
        if errno != EEXIST { break }
      }
    #endif
    throw Fault.file(.rename, name, code: errno)
  }

  /// Asks for a pipe of a megabyte, so that its two ends change places less often; what is no pipe,
  /// and a system that will not, stay as they are.
  static func enlargePipe(_ descriptor: Int32) {
    #if os(Linux)
      // The importer does not see the macro F_SETPIPE_SZ; its value is part of the kernel's interface.
      let setPipeSize: Int32 = 1031
      _ = fcntl(descriptor, setPipeSize, 1 << 20)
    #endif
  }

  private static let hiddenNameAttempts = 100

  private static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func hiddenPath(beside target: String, attempt: Int) -> String {
    let file = target.lastIndex(of: "/").map { target[target.index(after: $0)...] } ?? target[...]
    return "\(directory(of: target))/.\(file).\(getpid()).\(attempt).partial"
  }

  /// The name under which the kernel shows an open descriptor of this process.
  private static func selfPath(_ descriptor: Int32) -> String {
    "/proc/self/fd/\(descriptor)"
  }
}
