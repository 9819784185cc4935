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
    #expect(!file.replacesFile)
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

  @Test func `what a dangling link points at is made, and the link stays`() throws {
    try TemporaryDirectory.with { directory in
      let (folder, link) = (directory + "/folder", directory + "/link")
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: false)
      // A chain: relative to the folder of each link, not to where the process is.
      try FileManager.default.createSymbolicLink(
        atPath: link, withDestinationPath: "folder/second")
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/second", withDestinationPath: "../target")
      let file = try AtomicFile(path: link)
      #expect(!file.replacesFile)
      try file.write("new")
      try file.commit()
      #expect(try TextFile.read(directory + "/target") == "new")
      #expect(try TemporaryDirectory.names(in: directory) == ["folder", "link", "target"])
      #expect(
        try FileManager.default.destinationOfSymbolicLink(atPath: link) == "folder/second")
    }
  }

  @Test func `a link that leads nowhere is named with where it leads`() throws {
    try TemporaryDirectory.with { directory in
      let (link, loop) = (directory + "/link", directory + "/loop")
      try FileManager.default.createSymbolicLink(
        atPath: link, withDestinationPath: "missing/out.csv")
      try FileManager.default.createSymbolicLink(atPath: loop, withDestinationPath: "loop")
      #expect(
        #expect(throws: Fault.self) { try AtomicFile(path: link) }?.fact
          == "cannot open for writing: No such file or directory "
          + "(a link to \(directory)/missing/out.csv)")
      #expect(
        #expect(throws: Fault.self) { try AtomicFile(path: loop) }?.fact
          == "cannot open for writing: Too many levels of symbolic links")
    }
  }

  @Test func `an open descriptor of a file is appended to, and stays open`() throws {
    try TemporaryDirectory.with { directory in
      let path = directory + "/log"
      try "before\n".write(toFile: path, atomically: false, encoding: .utf8)
      let log = try #require(FileHandle(forWritingAtPath: path))
      try log.seekToEnd()
      let file = try AtomicFile(path: "/dev/fd/\(log.fileDescriptor)")
      try file.write("within\n")
      try file.commit()
      try log.write(contentsOf: Data("after\n".utf8))
      #expect(try TextFile.read(path) == "before\nwithin\nafter\n")
      #expect(try TemporaryDirectory.names(in: directory) == ["log"])
    }
  }

  @Test func `a name can be as long as the file system takes it`() throws {
    try TemporaryDirectory.with { directory in
      let name = String(repeating: "é", count: 125) + ".csv"
      let file = try AtomicFile(path: directory + "/" + name)
      try file.write("x")
      try file.commit()
      #expect(try TextFile.read(directory + "/" + name) == "x")
    }
  }

  @Test func `a pair gets its names at commit, and an old companion goes first`() throws {
    try TemporaryDirectory.with { directory in
      let (rows, rejects) = (directory + "/rows", directory + "/rejects")
      for path in [rows, rejects] {
        try "old".write(toFile: path, atomically: false, encoding: .utf8)
      }
      func pair() throws -> (AtomicFile, AtomicFile) {
        let (first, second) = (try AtomicFile(path: rows), try AtomicFile(path: rejects))
        try first.write("new rows")
        try second.write("new rejects")
        return (first, second)
      }
      let (first, second) = try pair()
      try second.prepare()
      #expect(try TextFile.read(rows) == "old" && TextFile.read(rejects) == "old")
      try first.commit(with: second)
      #expect(try TextFile.read(rows) == "new rows" && TextFile.read(rejects) == "new rejects")
      #expect(try TemporaryDirectory.names(in: directory) == ["rejects", "rows"])
      // The output cannot have its name: no companion is left that tells of another run.
      let (third, fourth) = try pair()
      try FileManager.default.removeItem(atPath: rows)
      try FileManager.default.createDirectory(atPath: rows, withIntermediateDirectories: false)
      #expect(throws: Fault.self) { try third.commit(with: fourth) }
      fourth.discard()
      #expect(try TemporaryDirectory.names(in: directory) == ["rows"])
    }
  }

  /// No process has such a number: it is beyond what any system gives.
  @Test func `what a killed process left is removed by the next`() throws {
    try TemporaryDirectory.with { directory in
      let (dead, own) = ("2147483647", "\(ProcessInfo.processInfo.processIdentifier)")
      let kept = [
        ".out.csv.\(own).7.partial", ".out.csv.\(dead).x.partial", ".out.csv.\(dead).1.part",
        ".out.csv.-1.0.partial", ".other.csv.\(dead).0.partial", "out.csv.\(dead).0.partial",
        ".out.csv.\(dead).5.partial",
      ]
      let abandoned = [".out.csv.\(dead).0.partial", ".out.csv.\(dead).12.partial"]
      for name in kept + abandoned {
        try "x".write(toFile: directory + "/" + name, atomically: false, encoding: .utf8)
      }
      // Someone on another machine is at work on this one: it is locked.
      let locked = try #require(
        FileHandle(forWritingAtPath: directory + "/.out.csv.\(dead).5.partial"))
      #expect(flock(locked.fileDescriptor, LOCK_EX) == 0)
      let file = try AtomicFile(path: directory + "/out.csv")
      try file.commit()
      #expect(try TemporaryDirectory.names(in: directory) == (kept + ["out.csv"]).sorted())
      try locked.close()
    }
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
