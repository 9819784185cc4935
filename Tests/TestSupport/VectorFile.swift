import Foundation

/// Where the committed test vectors live: `Tests/Vectors`, found from this source file, so that a
/// clone tests by itself without bundle resources.
public enum VectorFile {
  /// The path of a file in `Tests/Vectors`.
  public static func path(_ name: String) -> String {
    URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Vectors").appendingPathComponent(name).path
  }

  /// The bytes of a file in `Tests/Vectors`.
  public static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }
}
