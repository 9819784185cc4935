import TestSupport
import Foundation
import Testing

import Platform
@testable import Faults

@Suite struct AtomicFileTests {
  @Test func `the file appears whole at commit`() throws {
    try TemporaryDirectory.with { directory in
      let path = directory + "/out.csv"
      let file = try AtomicFile(path: path)
      try file.write("a,b\n")
      #expect(!FileManager.default.fileExists(atPath: path))
      try file.write([0x31, 0x0A])
      #expect(file.byteCount == 6)
      try file.commit()
      #expect(try TextFile.read(path) == "a,b\n1\n")
      #expect(try TemporaryDirectory.names(in: directory) == ["out.csv"])
    }
  }

  @Test func `without commit the old file stays`() throws {
    try TemporaryDirectory.with { directory in
      let path = directory + "/out.csv"
      try "old".write(toFile: path, atomically: false, encoding: .utf8)
      let discarded = try AtomicFile(path: path)
      try discarded.write("new")
      discarded.discard()
      do {
        let forgotten = try AtomicFile(path: path)
        try forgotten.write("new")
      }
      #expect(try TextFile.read(path) == "old")
      #expect(try TemporaryDirectory.names(in: directory) == ["out.csv"])
    }
  }

  @Test func `what a link points at is replaced and keeps its permissions`() throws {
    try TemporaryDirectory.with { directory in
      let (real, link) = (directory + "/real", directory + "/link")
      try "old".write(toFile: real, atomically: false, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: real)
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: real)
      let file = try AtomicFile(path: link)
      try file.write("new")
      try file.commit()
      #expect(try TextFile.read(real) == "new")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == real)
      let mode = try FileManager.default.attributesOfItem(atPath: real)[.posixPermissions] as? Int
      #expect(mode == 0o640)
    }
  }

  @Test func `a device takes the bytes and stays a device`() throws {
    func names() throws -> [String] {
      try TemporaryDirectory.names(in: "/dev").filter { $0.contains("null") }
    }
    let before = try names()
    let file = try AtomicFile(path: "/dev/null")
    #expect(file.replacesFile)
    try file.write("gone")
    #expect(file.byteCount == 4)
    try file.commit()
    let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type]
    #expect(type as? FileAttributeType == .typeCharacterSpecial)
    #expect(try names() == before)
  }

  /// No file appears beside the pipe, and it is not renamed over; without `commit` too the bytes
  /// are gone, for a pipe cannot take them back.
  @Test(arguments: [true, false])
  func `a named pipe gets the bytes straight`(commits: Bool) throws {
    try TemporaryDirectory.with { directory in
      let path = directory + "/pipe"
      #expect(unsafe mkfifo(path, 0o600) == 0)
      // Opened for reading at once, so that no writer has to wait.
      let reader = FileHandle(
        fileDescriptor: unsafe open(path, O_RDONLY | O_NONBLOCK), closeOnDealloc: true)
      let file = try AtomicFile(path: path)
      try file.write("a,b\n")
      #expect(try reader.read(upToCount: 4) == Data("a,b\n".utf8))
      try file.write("1,2\n")
      if commits { try file.commit() } else { file.discard() }
      #expect(try reader.readToEnd() == Data("1,2\n".utf8))
      #expect(try TemporaryDirectory.names(in: directory) == ["pipe"])
      let type = try FileManager.default.attributesOfItem(atPath: path)[.type]
      // Foundation has no name for a pipe.
      #expect(type as? FileAttributeType == .typeUnknown)
    }
  }

  @Test func `an open descriptor of a pipe gets the bytes straight`() throws {
    let pipe = Pipe()
    let file = try AtomicFile(path: "/dev/fd/\(pipe.fileHandleForWriting.fileDescriptor)")
    try file.write("a,b\n")
    try file.commit()
    try pipe.fileHandleForWriting.close()
    #expect(try pipe.fileHandleForReading.readToEnd() == Data("a,b\n".utf8))
  }

  @Test(
    arguments: [
      ("/nonexistent-directory/out.csv", "cannot open for writing: No such file or directory"),
      ("/", "cannot open for writing: Is a directory"),
    ])
  func `what the system refuses is named`(path: String, fact: String) {
    let fault = #expect(throws: Fault.self) { try AtomicFile(path: path) }
    #expect(fault?.description == "\(path): \(fact)")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `a full device is told apart`() throws {
    let file = try AtomicFile(path: "/dev/full")
    let error = #expect(throws: Fault.self) { try file.write("x") }
    #expect(error?.code == .outOfSpace)
    #expect(error?.description == "/dev/full: cannot write: No space left on device")
  }
}
