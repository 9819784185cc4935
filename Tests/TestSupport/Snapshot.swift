import Foundation

/// Expected whole outputs, one file each, beside the test that owns them.
///
/// `BERAYIELD_UPDATE_SNAPSHOTS=1 swift test` writes them anew; read the difference before you commit.
public enum Snapshot {
  /// Whether expected outputs are to be written anew.
  public static var isUpdating: Bool {
    ProcessInfo.processInfo.environment["BERAYIELD_UPDATE_SNAPSHOTS"] == "1"
  }

  /// The expected text, or `actual` itself after an update.
  ///
  /// - Parameters:
  ///   - name: the file's name in the folder `Snapshots` beside the test file.
  ///   - actual: the text at hand.
  ///   - testFile: the test's own source file.
  /// - Returns: the text to compare with.
  /// - Throws: when there is no such file and none is to be written.
  public static func expected(
    _ name: String, actual: String, testFile: String = #filePath
  ) throws -> String {
    let folder = URL(fileURLWithPath: testFile).deletingLastPathComponent()
      .appendingPathComponent("Snapshots")
    let file = folder.appendingPathComponent(name)
    if isUpdating {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: file)
    }
    return String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }
}
