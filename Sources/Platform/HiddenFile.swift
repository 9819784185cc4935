internal import Faults

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

// Unsafe: calls of C that take paths for the call only; what opendir gives is read until it is closed
// here.

/// A file beside a target, `.NAME.PID.N.partial`, before it is given the target's name.
///
/// It is registered for removal on a signal as long as it has that name.
struct HiddenFile {
  let path: String
  private let registration: ProcessSignals.Registration

  /// A new file: without a name where the system can do that, else a hidden one.
  ///
  /// The file is locked as long as the descriptor is open: so others see that someone is at work on it.
  static func open(
    beside target: String
  ) throws(SystemError) -> (descriptor: Int32, hidden: HiddenFile?) {
    #if os(Linux)
      // The importer does not see the macro O_TMPFILE; this is its definition in the kernel's headers.
      let unnamedFile = 0o20_000_000 | O_DIRECTORY
      let unnamed = systemOpen(
        FileSystem.directory(of: target), unnamedFile | O_WRONLY | O_CLOEXEC, 0o666)
      if unnamed >= 0 {
        if unsafe access(FileSystem.selfPath(unnamed), F_OK) == 0 {
          lock(unnamed)
          return (unnamed, nil)
        }
        close(unnamed)
      }
    #endif
    var descriptor: Int32 = -1
    let hidden = try create(beside: target) { path in
      descriptor = systemOpen(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      return descriptor >= 0
    }
    lock(descriptor)
    return (descriptor, hidden)
  }

  /// Gives a file without a name a hidden one beside `target`, from where it can be renamed.
  static func link(_ descriptor: Int32, beside target: String) throws(SystemError) -> HiddenFile {
    try create(beside: target) { path in
      #if os(Linux)
        unsafe linkat(
          AT_FDCWD, FileSystem.selfPath(descriptor), AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0
      #else
        false
      #endif
    }
  }

  /// Gives the file the target's name; it has no hidden one from then on.
  func rename(to target: String) throws(SystemError) {
    guard systemRename(path, target) == 0 else { throw SystemError(code: errno) }
    ProcessSignals.unregister(registration)
  }

  func remove() {
    unsafe unlink(path)
    ProcessSignals.unregister(registration)
  }

  /// Removes what killed processes left beside `target`.
  ///
  /// A file is left alone where a process has the number in its name, or where someone, on whatever
  /// machine, holds its lock.
  static func removeAbandoned(beside target: String) {
    let folder = FileSystem.directory(of: target)
    guard let entries = unsafe opendir(folder) else { return }
    defer { unsafe closedir(entries) }
    let beginning = prefix(of: target)
    while let entry = unsafe readdir(entries) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        unsafe tuple.withMemoryRebound(to: CChar.self, capacity: 1) { characters in
          unsafe characters.pointee == CChar(UInt8(ascii: "."))
            ? unsafe String(cString: characters) : ""
        }
      }
      guard let owner = owner(of: name, beginning), kill(owner, 0) != 0, errno == ESRCH else {
        continue
      }
      removeUnlocked("\(folder)/\(name)")
    }
  }

  private static let attempts = 100
  private static let ending = "partial"
  /// What is kept of a long name, so that the hidden one is not longer than a name can be.
  private static let nameLimit = 200

  /// Takes the first free name; it is registered before the file has it, so that no signal falls
  /// between.
  private static func create(
    beside target: String, _ make: (String) -> Bool
  ) throws(SystemError) -> HiddenFile {
    let beginning = prefix(of: target)
    for attempt in 0..<attempts {
      let path = "\(FileSystem.directory(of: target))/\(beginning)\(getpid()).\(attempt).\(ending)"
      let file = HiddenFile(path: path, registration: ProcessSignals.register(path))
      if make(path) { return file }
      let code = errno
      ProcessSignals.unregister(file.registration)
      guard code == EEXIST else { throw SystemError(code: code) }
    }
    throw SystemError(code: EEXIST)
  }

  private static func prefix(of target: String) -> String {
    var name = FileSystem.file(of: target)
    while name.utf8.count > nameLimit { name.removeLast() }
    return ".\(name)."
  }

  /// The number of the process in a hidden name: `PREFIX` `PID.N.partial`.
  private static func owner(of name: String, _ beginning: String) -> pid_t? {
    guard name.hasPrefix(beginning) else { return nil }
    let parts = name.dropFirst(beginning.count).split(
      separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2] == ending, UInt32(parts[1]) != nil, let owner = pid_t(parts[0])
    else { return nil }
    return owner > 0 ? owner : nil
  }

  private static func removeUnlocked(_ path: String) {
    let descriptor = systemOpen(path, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    if lock(descriptor) { unsafe unlink(path) }
  }

  @discardableResult
  private static func lock(_ descriptor: Int32) -> Bool {
    flock(descriptor, LOCK_EX | LOCK_NB) == 0
  }
}

/// The system's reason for a refusal: a value of `errno`.
struct SystemError: Error {
  let code: Int32
}

private func systemOpen(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
  unsafe open(path, flags, mode)
}

private func systemRename(_ old: String, _ new: String) -> Int32 {
  unsafe rename(old, new)
}
