package import Faults

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

// Unsafe: calls of C that take paths for the call only.

/// A folder that files are written into.
package enum Folder {
  /// Makes a folder where there is none; the one that it is to stand in must be there.
  ///
  /// - Throws: a `Fault` where it cannot be made, or something else has its name.
  package static func make(_ path: String) throws(Fault) {
    guard unsafe mkdir(path, 0o777) != 0 else { return }
    let code = errno
    var status = stat()
    if code == EEXIST, unsafe stat(path, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { return }
      throw Fault.file(.create, path, code: ENOTDIR)
    }
    throw Fault.file(.create, path, code: code)
  }

  /// Removes a file, or the link of that name, where there is one.
  ///
  /// - Throws: a `Fault` where it cannot be removed.
  package static func removeFile(_ path: String) throws(Fault) {
    guard unsafe unlink(path) == 0 || errno == ENOENT else {
      let code = errno
      throw Fault.file(.remove, path, code: code)
    }
  }
}
