import Foundation

/// A directory that lives as long as one test.
public enum TemporaryDirectory {
  /// Makes a directory, hands its path to `body`, and removes it with all that is in it.
  public static func with(_ body: (String) throws -> Void) throws {
    let directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("berayield-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    try body(directory.path)
  }

  /// The names in a directory, sorted.
  public static func names(in directory: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
  }
}
