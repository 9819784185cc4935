#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

// Unsafe: calls of C that take paths for the call only. What realpath allocates is copied and
// freed here; readlink fills an array of our own and no further than its length.

/// The few questions to the file system that outputs ask.
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

  /// Whether an open descriptor is of a regular file.
  static func isRegularFile(_ descriptor: Int32) -> Bool {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Where a symbolic link leads, as the system would go on from here; nil for what is no link.
  static func linkTarget(of path: String) -> String? {
    var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
        unsafe characters.baseAddress.map { unsafe readlink(path, $0, characters.count) } ?? 0
      }
    }
    guard count > 0 else { return nil }
    let link = String(decoding: bytes.prefix(count), as: UTF8.self)
    guard !link.hasPrefix("/"), path.contains("/") else { return link }
    return "\(directory(of: path))/\(link)"
  }

  /// Whose descriptors a folder shows.
  enum DescriptorOwner {
    case thisProcess, otherProcess
  }

  /// Whose open descriptors stand beside `path`; nil where it is no name of a descriptor.
  static func descriptorFolder(of path: String) -> DescriptorOwner? {
    guard let folder = realPath(directory(of: path)), folder.hasSuffix("/fd") else { return nil }
    #if os(Linux)
      guard folder.hasPrefix("/proc/") else { return nil }
      // A thread's folder, /proc/PID/task/TID/fd, shows those of its process.
      let own = realPath("/proc/self").map { $0 + "/" }
      return own.map(folder.hasPrefix) == true ? .thisProcess : .otherProcess
    #else
      return folder == "/dev/fd" ? .thisProcess : nil
    #endif
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
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

  /// The folder that a path's last part stands in.
  static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A path's last part.
  static func file(of path: String) -> String {
    String(path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...])
  }

  /// The name under which the kernel shows an open descriptor of this process.
  static func selfPath(_ descriptor: Int32) -> String {
    "/proc/self/fd/\(descriptor)"
  }
}
