package import Faults
package import Platform

/// Reads whole JSON documents (RFC 8259, strictly) without losing a digit.
///
/// Numbers stay the text that was written. Refused, each with its place: duplicate keys, invalid
/// UTF-8, anything after the value, nesting beyond 128 levels, and every leniency that other parsers
/// offer (comments, trailing commas, single quotes, NaN, leading zeros). A byte order mark in front is
/// accepted.
package enum JSONReader {
  /// The document in `bytes`, which came from the input called `name`.
  package static func parse(
    _ bytes: [UInt8], name: String = "document"
  ) throws(Fault) -> JSONNode {
    var parser = JSONParser(cursor: JSONCursor(bytes: bytes, name: name))
    let node = try parser.value()
    try parser.end()
    return node
  }

  /// The document of a file or standard input, read as far as it is one: what is no JSON ends the
  /// reading, and an input without an end is mostly no JSON.
  package static func parse(_ source: ByteSource) throws(Fault) -> JSONNode {
    var parser = JSONParser(cursor: JSONCursor(source: source))
    let result = Result { () throws(Fault) in
      let node = try parser.value()
      try parser.end()
      return node
    }
    // A refused read looks like the end of the input to the parser: the cause goes first.
    if let refusal = parser.cursor.refusal { throw refusal }
    return try result.get()
  }

  /// The document in `text`.
  package static func parse(_ text: String) throws(Fault) -> JSONNode {
    try parse(Array(text.utf8))
  }
}
