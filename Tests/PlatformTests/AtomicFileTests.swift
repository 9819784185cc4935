import TestSupport
import Foundation
import Testing

import Platform
@testable import Faults

@Suite struct AtomicFileTests {
  @Test func appearsWholeAtCommit() throws {
    try TemporaryDirectory.with { directory in
      let path = directory + "/out.csv"
      let file = try AtomicFile(path: path)
      try file.write("a,b\n")
      #expect(!FileManager.default.fileExists(atPath: path))
      try file.write([0x31, 0x0A])
      #expect(file.byteCount == 6)
      try file.commit()
      #expect(try TemporaryDirectory.text(path) == "a,b\n1\n")
      #expect(try TemporaryDirectory.names(in: directory) == ["out.csv"])
    }
  }

  @Test func withoutCommitTheOldFileStays() throws {
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
      #expect(try TemporaryDirectory.text(path) == "old")
      #expect(try TemporaryDirectory.names(in: directory) == ["out.csv"])
    }
  }

  @Test func replacesWhatALinkPointsAtAndKeepsItsPermissions() throws {
    try TemporaryDirectory.with { directory in
      let (real, link) = (directory + "/real", directory + "/link")
      try "old".write(toFile: real, atomically: false, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: real)
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: real)
      let file = try AtomicFile(path: link)
      try file.write("new")
      try file.commit()
      #expect(try TemporaryDirectory.text(real) == "new")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == real)
      let mode = try FileManager.default.attributesOfItem(atPath: real)[.posixPermissions] as? Int
      #expect(mode == 0o640)
    }
  }

  @Test func whatIsNotAFileIsWrittenStraight() throws {
    let file = try AtomicFile(path: "/dev/null")
    try file.write("gone")
    try file.commit()
  }

  @Test(
    "what the system refuses is named",
    arguments: [
      ("/nonexistent-directory/out.csv", "cannot open: No such file or directory"),
      ("/", "cannot open: Is a directory"),
    ])
  func refused(path: String, fact: String) {
    let fault = #expect(throws: Fault.self) { try AtomicFile(path: path) }
    #expect(fault?.description == "\(path): \(fact)")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aFullDeviceIsToldApart() throws {
    let file = try AtomicFile(path: "/dev/full")
    let error = #expect(throws: Fault.self) { try file.write("x") }
    #expect(error?.code == .outOfSpace)
    #expect(error?.description == "/dev/full: cannot write: No space left on device")
  }
}
