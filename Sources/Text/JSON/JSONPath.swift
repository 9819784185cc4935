internal import Faults

/// The way from the top of a document to a value, written `$.cases[3].steps[2].amount`.
package struct JSONPath: Hashable, Sendable, CustomStringConvertible {
  package enum Step: Hashable, Sendable {
    case member(String)
    case element(Int)
  }

  package private(set) var steps: [Step]

  package init(steps: [Step] = []) {
    self.steps = steps
  }

  /// The document itself: `$`.
  package static let root = JSONPath()

  /// This path, continued to the member called `key`.
  package func appending(_ key: String) -> JSONPath {
    JSONPath(steps: steps + [.member(key)])
  }

  /// This path, continued to the element at `index`, counted from 0.
  package func appending(_ index: Int) -> JSONPath {
    JSONPath(steps: steps + [.element(index)])
  }

  package var description: String {
    steps.reduce(into: "$") { text, step in
      switch step {
      case .element(let index): text += "[\(index)]"
      case .member(let key) where Self.isPlain(key):
        text += ".\(Quotation.bare(key))"
      case .member(let key):
        var writer = JSONWriter(style: .compact)
        writer.string(Quotation.bare(key))
        text += "[" + writer.takeText() + "]"
      }
    }
  }

  /// Whether a key can stand behind a dot without quotes.
  private static func isPlain(_ key: String) -> Bool {
    guard let first = key.utf8.first, !first.isASCIIDigit else { return false }
    return key.utf8.allSatisfy { byte in
      byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_")
    }
  }
}
