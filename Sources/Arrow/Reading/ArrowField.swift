package import CBeraYield

// Unsafe: a schema is read within the call that has it, and stands until its owner releases it; its texts
// end with a zero byte, as Arrow says. Pointers to children are looked at once, and never where they are null.

/// A column of a schema.
package struct ArrowField: Sendable {
  package let name: String
  /// The format of its values; those of a dictionary are what its values are.
  let format: String
  /// What its indices are, where it has a dictionary.
  let indices: ArrowType?

  /// The columns of a batch.
  ///
  /// - Parameter schema: a struct.
  /// - Returns: its columns, in order.
  /// - Throws: `ArrowFault` for a schema that was released, is no struct, or contradicts itself.
  package static func columns(of schema: UnsafePointer<ArrowSchema>) throws(ArrowFault)
    -> [ArrowField]
  {
    let table = unsafe schema.pointee
    guard unsafe table.release != nil else {
      throw .malformed(nil, "a schema that was released or moved", expected: "a schema")
    }
    let format = try unsafe Self.format(of: table, nil)
    guard format == "+s" else {
      let found =
        ArrowType(format: format) == nil ? ArrowType.name(ofFormat: format) : "a single column"
      throw .malformed(nil, found, expected: "a table: a struct of columns")
    }
    let count = unsafe Int(clamping: table.n_children)
    guard count >= 0, unsafe count == 0 || table.children != nil else {
      throw .malformed(nil, "\(count) columns and no pointers to them", expected: "both")
    }
    var fields: [ArrowField] = []
    for index in 0..<count {
      guard let child = unsafe table.children[index], unsafe child.pointee.release != nil else {
        throw .malformed(
          nil, "a column \(index) that was released or is null", expected: "a column")
      }
      fields.append(try unsafe ArrowField(child.pointee, index))
    }
    return fields
  }

  private init(_ schema: ArrowSchema, _ index: Int) throws(ArrowFault) {
    name = unsafe schema.name.map { unsafe String(cString: $0) } ?? ""
    let own = try unsafe Self.format(of: schema, name.isEmpty ? "column \(index)" : name)
    guard let dictionary = unsafe schema.dictionary else {
      format = own
      indices = nil
      return
    }
    guard unsafe dictionary.pointee.release != nil, unsafe dictionary.pointee.dictionary == nil,
      case .integer(let bits, let isSigned) = ArrowType(format: own)
    else {
      throw .malformed(
        name, "a dictionary whose indices are \(ArrowType.name(ofFormat: own)), or another inside",
        expected: "whole numbers and plain values")
    }
    indices = .integer(bits: bits, isSigned: isSigned)
    format = try unsafe Self.format(of: dictionary.pointee, name)
  }

  private static func format(
    of schema: ArrowSchema, _ column: String?
  ) throws(ArrowFault) -> String {
    guard let format = unsafe schema.format else {
      throw .malformed(column, "a schema without a format", expected: "a format")
    }
    return unsafe String(cString: format)
  }

  /// The type of the values.
  ///
  /// - Parameter allowsFloat: whether floats are taken as the decimals that they print.
  /// - Returns: the type.
  /// - Throws: `ArrowFault` for a type without an exact reading, floats by name.
  package func checkedType(allowsFloat: Bool) throws(ArrowFault) -> ReadableType {
    let expected = "text, integers, decimals, or words of 16 or 32 bytes"
    guard let type = ArrowType(format: format) else {
      throw .type(name, ArrowType.name(ofFormat: format), expected: expected)
    }
    if case .float(let bits) = type, !allowsFloat {
      throw .type(
        name, "\(bits)-bit floats, which hold \(bits == 64 ? "15 to 17" : "6 to 9") digits",
        expected: expected,
        hint: "read the column as text; allow_float=True takes each as the decimal that it prints")
    }
    return ReadableType(type: type)
  }

  /// A type that a column can be read as.
  package struct ReadableType: Sendable {
    let type: ArrowType
  }
}
