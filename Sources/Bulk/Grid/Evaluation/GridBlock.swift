public import FixedPoint
internal import Yields

/// The figures of consecutive points of a grid: a column for each metric.
public struct GridBlock: Sendable {
  /// Which points.
  public let points: Range<Int>
  /// The columns, in the order of the grid's metrics.
  public let columns: [FigureColumn]
}

/// The figures of one metric.
public struct FigureColumn: Sendable {
  /// Decimals of the figures' text.
  public let decimals: Int
  /// The figures in units of the last decimal, or ``exceptional``.
  package private(set) var words: [UInt128] = []
  /// The figures that no word holds: `nil` where there is none at all.
  private var exceptions: [Int: ExactInteger?] = [:]
  /// How many figures there are none of for being larger than all that are stated.
  private(set) var unstatedCount = 0

  /// The word of a figure that is looked up among the exceptions.
  package static let exceptional = UInt128.max

  init(decimals: Int, capacity: Int) {
    self.decimals = decimals
    words.reserveCapacity(capacity)
  }

  /// A column of figures that are all words.
  init(decimals: Int, words: [UInt128]) {
    self.decimals = decimals
    self.words = words
  }

  /// How many figures there are.
  public var count: Int { words.count }

  /// A figure in units of the last decimal.
  ///
  /// - Parameter row: which, from zero.
  /// - Returns: the figure, or `nil` where there is none, as the APR of a vault without stake.
  public subscript(row: Int) -> ExactInteger? {
    words[row] == Self.exceptional ? exceptions[row] ?? nil : ExactInteger(words[row])
  }

  /// A figure as text.
  ///
  /// - Parameter row: which, from zero.
  /// - Returns: plain decimals without trailing zeros, or nothing.
  public func text(_ row: Int) -> String {
    self[row].map { FigureValue(raw: $0, decimals: decimals).text } ?? ""
  }

  /// The figures that no word holds.
  var beyondWords: [ExactInteger] { exceptions.values.compactMap(\.self) }

  mutating func append(_ figure: GridFigure) {
    switch figure {
    case .word(let word) where word != Self.exceptional: words.append(word)
    case .word(let word): appendException(ExactInteger(word))
    case .exact(let value):
      if let word = UInt128(exactly: value), word != Self.exceptional {
        words.append(word)
      } else {
        appendException(value)
      }
    case .unstated:
      unstatedCount += 1
      appendException(nil)
    case .none: appendException(nil)
    }
  }

  /// Takes the words of the first rows.
  mutating func take(_ others: [UInt128], _ count: Int) {
    var words = words.mutableSpan
    let others = others.span
    for row in 0..<count { words[row] = others[row] }
  }

  /// Sets a figure that is a word.
  @inline(__always)
  mutating func set(_ row: Int, _ word: UInt128) { words[row] = word }

  /// Puts a figure in the place of another.
  mutating func replace(_ row: Int, with figure: GridFigure) {
    let exception: ExactInteger?
    switch figure {
    case .word(let word) where word != Self.exceptional: return words[row] = word
    case .word(let word): exception = ExactInteger(word)
    case .exact(let value):
      if let word = UInt128(exactly: value), word != Self.exceptional { return words[row] = word }
      exception = value
    case .unstated, .none: exception = nil
    }
    words[row] = Self.exceptional
    exceptions.updateValue(exception, forKey: row)
  }

  /// Forgets the figures that no word holds, before the words of other rows come.
  mutating func forgetExceptions() {
    if !exceptions.isEmpty { exceptions.removeAll(keepingCapacity: true) }
  }

  private mutating func appendException(_ value: ExactInteger?) {
    exceptions.updateValue(value, forKey: words.count)
    words.append(Self.exceptional)
  }
}

/// One figure on its way into a column.
enum GridFigure {
  case word(UInt128)
  case exact(ExactInteger)
  /// An APY that is not stated, for its APR is too large: above all that are.
  case unstated
  case none
}
