internal import Contracts
internal import FixedPoint
internal import Quantities
internal import YieldKernels
internal import Yields

/// A row's published yield beside the exact one.
struct RowComparison {
  /// What came of it.
  enum Outcome: Hashable, Sendable {
    /// Nothing is published.
    case unpublished
    /// Nobody stakes: there is no APR to compare with.
    case noStake
    case agrees
    /// These conventions, divided by `;`, are the best explanation.
    case explained(String)
    case unexplained
  }

  let outcome: Outcome
  /// What looks wrong about the comparison.
  let warnings: [Warning]
  private let closest: PublishedExplanation?
  private let hypotheses: Int

  /// Looks for the conventions that explain a yield.
  ///
  /// - Parameters:
  ///   - published: the published yield; nil where a row has none.
  ///   - report: the row's exact figures.
  ///   - commission: what the published yield is net of; nil where none is known of.
  init(_ published: PublishedFigure?, with report: VaultReport, commission: BasisPoints?) {
    let diff = published.flatMap {
      VaultDiff(
        explaining: $0, of: report.snapshot, under: report.convention, commission: commission)
    }
    closest = diff?.closest
    hypotheses = diff?.hypotheses ?? 0
    outcome =
      published == nil ? .unpublished : diff.map(Self.outcome) ?? .noStake
    let cap = ProtocolProfile.CommissionRules.deployed.maxRate
    warnings = [
      commission.flatMap { Plausibility.commission($0, cap: cap, "commission") },
      diff.flatMap(Plausibility.match),
    ].compactMap(\.self)
  }

  private static func outcome(of diff: VaultDiff) -> Outcome {
    if diff.agrees { return .agrees }
    let names = diff.explanations.first?.conventions.map(\.name)
    return names.map { .explained($0.joined(separator: ";")) } ?? .unexplained
  }

  /// A figure as text, one of `FigureKey.comparison`; empty where there is none.
  func text(_ key: FigureKey) -> String {
    guard outcome != .unpublished else { return "" }
    switch key {
    case .figure: return closest?.figure.plainText ?? ""
    case .difference: return closest?.difference.plainText ?? ""
    case .hypotheses: return String(hypotheses)
    default: break
    }
    switch outcome {
    case .agrees, .unpublished: return ""
    case .explained(let conventions): return conventions
    case .unexplained: return "none"
    case .noStake: return VaultStatus.noStake.name
    }
  }
}
