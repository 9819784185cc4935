internal import Synchronization

/// One line on a terminal's stderr that is rewritten while a long run goes on.
enum ProgressLine {
  /// Percent, or megabytes where the total is not known, as they were drawn last.
  private static let drawn = Atomic<Int>(-1)

  /// A callback for a run over bytes, or nil where nobody watches.
  static func onTerminal(_ name: String) -> (@Sendable (Int, Int?) -> Void)? {
    guard Terminal.showsErrors else { return nil }
    return { done, total in
      let step = total.map { $0 == 0 ? 100 : done * 100 / $0 } ?? done / 1_000_000
      guard drawn.exchange(step, ordering: .relaxed) != step else { return }
      Diagnostics.write("\r\(name): \(step)\(total == nil ? " MB" : " %") ")
    }
  }

  /// A callback for a run over points, or nil where nobody watches.
  static func ofPoints(_ name: String) -> (@Sendable (Int, Int) -> Void)? {
    guard let draw = onTerminal(name) else { return nil }
    return { done, total in draw(done, total) }
  }

  /// A callback for rounds of calls to a chain and the time of the run, or nil where nobody watches.
  static func ofCalls(_ name: String) -> ((Int, Int, UInt64) -> Void)? {
    guard Terminal.showsErrors else { return nil }
    return { rounds, calls, milliseconds in
      let step = Int(milliseconds / 100)
      guard drawn.exchange(step, ordering: .relaxed) != step else { return }
      Diagnostics.write("\r\(name): round \(rounds), \(calls) calls, \(milliseconds / 1000) s ")
    }
  }

  /// Takes the line away.
  static func clear() {
    if drawn.load(ordering: .relaxed) >= 0 { Diagnostics.write("\r\u{1B}[K") }
  }
}
