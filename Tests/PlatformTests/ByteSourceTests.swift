import TestSupport
import Foundation
import Testing

import Platform
@testable import Faults

@Suite struct ByteSourceTests {
  @Test func readsInPieces() throws {
    try TemporaryDirectory.with { directory in
      let path = directory + "/in"
      try "0123456789".write(toFile: path, atomically: false, encoding: .utf8)
      let source = try ByteSource(path: path)
      #expect(source.size == 10)
      var piece = [UInt8](repeating: 0, count: 4)
      var counts: [Int] = []
      repeat {
        var span = piece.mutableSpan
        counts.append(try source.read(into: &span, atLeast: 4))
      } while counts.last != 0
      #expect(counts == [4, 4, 2, 0])
      #expect(try ByteSource(path: path).readAll() == Array("0123456789".utf8))
    }
  }

  @Test func noticesThatTheFileChanged() throws {
    try TemporaryDirectory.with { directory in
      let path = directory + "/in"
      try "before".write(toFile: path, atomically: false, encoding: .utf8)
      let source = try ByteSource(path: path)
      #expect(!source.hasChangedSinceOpening())
      let handle = try #require(FileHandle(forWritingAtPath: path))
      handle.seekToEndOfFile()
      handle.write(Data("after".utf8))
      try handle.close()
      #expect(source.hasChangedSinceOpening())
    }
  }

  @Test func aMissingFileIsNamed() {
    let error = #expect(throws: Fault.self) { try ByteSource(path: "/no/such/file") }
    #expect(error?.description == "/no/such/file: cannot open: No such file or directory")
  }
}
