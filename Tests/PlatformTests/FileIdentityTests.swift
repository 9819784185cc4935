import Foundation
import TestSupport
import Testing

import Platform
@testable import Faults

/// Where names of outputs lead, and which names are the same file.
@Suite struct FileIdentityTests {
  @Test func `names of files, links and folders`() throws {
    try TemporaryDirectory.with { directory in
      let manager = FileManager.default
      func path(_ name: String) -> String { directory + "/" + name }
      try "x".write(toFile: path("file"), atomically: false, encoding: .utf8)
      try manager.linkItem(atPath: path("file"), toPath: path("hard"))
      try manager.createSymbolicLink(atPath: path("link"), withDestinationPath: "file")
      try manager.createSymbolicLink(atPath: path("new link"), withDestinationPath: "new")
      try manager.createDirectory(atPath: path("folder"), withIntermediateDirectories: false)
      try manager.createSymbolicLink(atPath: path("folder link"), withDestinationPath: "folder")
      #expect(unsafe mkfifo(path("pipe"), 0o600) == 0)
      let same = [
        ["file", "./file", "hard", "link", "folder/../file", "folder link/../file"],
        ["new", "./new", "new link", "folder/../new"], ["folder/new", "folder link/new"],
        ["folder/file"], ["pipe", "./pipe"],
      ]
      for (index, group) in same.enumerated() {
        for name in group {
          let identity = try FileIdentity(output: path(name))
          #expect(!identity.isDescriptor)
          for (otherIndex, other) in same.enumerated() {
            for other in other {
              #expect(
                try identity.isSame(as: FileIdentity(output: path(other))) == (index == otherIndex),
                "\(name), \(other)")
            }
          }
        }
      }
      #expect(
        try FileIdentity(output: path("hard")).isSame(as: FileIdentity(input: path("link"))))
      // What is not there cannot be read, so it is no input.
      #expect(!(try FileIdentity(output: path("new")).isSame(as: FileIdentity(input: path("new")))))
    }
  }

  @Test func `names of descriptors`() throws {
    try TemporaryDirectory.with { directory in
      let path = directory + "/log"
      try "x".write(toFile: path, atomically: false, encoding: .utf8)
      let log = try #require(FileHandle(forUpdatingAtPath: path))
      let number = log.fileDescriptor
      let link = directory + "/link"
      try FileManager.default.createSymbolicLink(
        atPath: link, withDestinationPath: "/dev/fd/\(number)")
      for name in ["/dev/fd/\(number)", "/dev/./fd//\(number)", link] {
        #expect(try OutputTarget(path: name) == .descriptor(number))
        let identity = try FileIdentity(output: name)
        #expect(identity.isDescriptor && !identity.isStandardOutput)
        #expect(identity.isSame(as: FileIdentity(input: path)))
      }
      #expect(try FileIdentity(output: "-").isStandardOutput)
      #expect(try FileIdentity(output: "/dev/stdout").isStandardOutput)
      #expect(try FileIdentity(output: "-").isSame(as: FileIdentity(output: "/dev/fd/1")))
    }
  }

  @Test func `a descriptor that is not open for writing is no output`() throws {
    let reader = try #require(FileHandle(forReadingAtPath: "/dev/null"))
    for number in [reader.fileDescriptor, 9_999] {
      let name = "/dev/fd/\(number)"
      let fault = #expect(throws: Fault.self) { try OutputTarget(path: name) }
      #expect(fault?.description == "\(name): cannot open for writing: Bad file descriptor")
      #expect(fault?.code == .unwritable)
    }
  }

  @Test func `two names may be one device`() throws {
    let null = try FileIdentity(output: "/dev/null")
    #expect(!null.isSame(as: try FileIdentity(output: "/dev/null")))
    #expect(!null.isSame(as: FileIdentity(input: "/dev/null")))
    #expect(try OutputTarget(path: "/dev/null") == .stream(path: "/dev/null", appends: false))
    #expect(!(try OutputTarget(path: "/dev/null").isFile))
    #expect(try OutputTarget(path: "/tmp/not-there").isFile)
  }
}
