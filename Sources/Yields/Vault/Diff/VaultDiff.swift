public import Contracts
public import FixedPoint
public import Quantities
internal import YieldKernels

/// Which known conventions separate a published yield from the exact APR of a vault.
///
/// Every convention is tried alone and with every other that concerns another part of the
/// calculation. What rounds to the published digits would explain them, and so would what is cut off to
/// them; fewer conventions rank before more, then the closer figure, then the more common convention.
/// Figures that round to the published digits are equally close: what separates them was never printed.
public struct VaultDiff: Sendable {
  /// What was published.
  public let published: PublishedFigure
  /// How far a figure may be from the published one, as a fraction.
  public let tolerance: ExactRational
  /// The exact APR at the time of evaluation, net of the commission, rounded down at the 18th decimal:
  /// what the engine would publish.
  public let figure: ExactRational
  /// Why the engine's figure counts as the published one; nil where it does not.
  public let agreement: PublishedAgreement?
  /// How many conventions and pairs of them were tried.
  public let hypotheses: Int
  /// The explanations, best first; where the figures agree, the first has no conventions.
  public let explanations: [PublishedExplanation]
  /// Where nothing explains the figure: the nearest single conventions, nearest first, at most three.
  public let nearest: [PublishedExplanation]

  /// Looks for the conventions; nil where nobody stakes: no APR exists to compare with.
  ///
  /// - Parameters:
  ///   - published: the published figure.
  ///   - snapshot: the vault's raw values and the prices.
  ///   - convention: time and year of the engine's figure.
  ///   - commission: what is taken before the stakers get it; nil where none is known of.
  ///   - wholeSupply: the stake token's whole supply, base units; nil where not known.
  ///   - era: the era of the engine's figure; that of the other era is a convention.
  ///   - otherRewardPrice: USD for one whole reward token of the other era; nil where not known.
  ///   - tolerance: how far a figure may be; nil takes half a unit of the last published digit, one
  ///     unit where the figure was cut off, and for figures printed to more digits than a double holds
  ///     what double arithmetic loses.
  ///   - mostConventions: 1 or 2 conventions at a time.
  public init?(
    explaining published: PublishedFigure, of snapshot: VaultSnapshot,
    under convention: YieldConvention, commission: BasisPoints? = nil,
    wholeSupply: ExactInteger? = nil, era: ProtocolProfile.Era = .polNext,
    otherRewardPrice: Price? = nil, tolerance: ExactRational? = nil, mostConventions: Int = 2
  ) {
    let equation = VaultEquation(
      snapshot: snapshot, year: convention.year, commission: commission ?? .zero)
    guard let running = equation.exactAPR else { return nil }
    let subject = PublishedSubject(
      snapshot: snapshot, year: convention.year, commission: commission, wholeSupply: wholeSupply,
      isActive: snapshot.isActive(at: convention.time), era: era,
      otherRewardPrice: otherRewardPrice)
    let search = ConventionSearch(
      running: running, subject: subject, published: published, tolerance: tolerance)
    let plain = search.plain
    self.published = published
    self.tolerance = tolerance ?? published.defaultTolerance
    figure = plain?.figure ?? .zero
    agreement = plain?.agreement
    let trials = search.trials(mostConventions: mostConventions)
    hypotheses = trials.count
    let ranked = search.ranked((plain.map { [$0] } ?? []) + trials.notable)
    explanations = ranked.filter { $0.agreement != nil }
    nearest =
      explanations.isEmpty ? Array(ranked.filter { $0.conventions.count == 1 }.prefix(3)) : []
  }

  /// Whether the engine's figure is the published one.
  public var agrees: Bool { agreement != nil }

  /// Whether the figure is the published one, or conventions make it that.
  public var isExplained: Bool { !explanations.isEmpty }

  /// The best explanation; where nothing explains the figure, what comes nearest.
  public var closest: PublishedExplanation? { explanations.first ?? nearest.first }
}

/// Tries conventions alone and in pairs.
private struct ConventionSearch {
  let published: PublishedFigure
  let tolerance: ExactRational?
  private let isActive: Bool
  private let usual: YieldRecipe
  /// What each convention alone makes of the recipe, the more common first.
  private let alone: [Hypothesis]
  /// No figure outside of it is the published one, by whatever rule.
  private let reach: ClosedRange<ExactRational>

  /// Conventions and the figure that they give; nil where there is none.
  private struct Hypothesis {
    let conventions: [PublishedConvention]
    let recipe: YieldRecipe
    let exact: ExactRational?

    init(_ conventions: [PublishedConvention], _ recipe: YieldRecipe) {
      self.conventions = conventions
      self.recipe = recipe
      exact = recipe.figure
    }
  }

  init(
    running: ExactRational, subject: PublishedSubject, published: PublishedFigure,
    tolerance: ExactRational?
  ) {
    self.published = published
    self.tolerance = tolerance
    isActive = subject.isActive
    let usual = YieldRecipe(rate: running, emits: subject.isActive)
    self.usual = usual
    alone = subject.candidates.map { convention in
      var recipe = usual
      convention.change(&recipe, of: subject)
      return Hypothesis([convention], recipe)
    }
    reach = published.reach(tolerance: tolerance)
  }

  /// The figure of no convention.
  var plain: PublishedExplanation? { explanation(by: Hypothesis([], usual)) }

  /// All that change the figure, the more common first: how many they are, and of them the single ones
  /// and what would explain the published figure.
  func trials(mostConventions: Int) -> (count: Int, notable: [PublishedExplanation]) {
    guard let plain = usual.figure else { return (0, []) }
    // What leaves the figure as it is, as a price of 1 left out, explains nothing.
    let singles = alone.filter { $0.exact != nil && $0.exact != plain }
    let found = singles.compactMap(explanation)
    guard mostConventions > 1 else { return (singles.count, found) }
    let pairs = pairs(of: singles, besides: plain)
    return (singles.count + pairs.count, found + pairs.explanations)
  }

  func ranked(_ explanations: [PublishedExplanation]) -> [PublishedExplanation] {
    let placed = explanations.enumerated().map { place, explanation in
      (explanation: explanation, distance: distance(of: explanation), place: place)
    }
    return placed.sorted { left, right in
      let (a, b) = (left.explanation.conventions.count, right.explanation.conventions.count)
      if a != b { return a < b }
      return left.distance == right.distance
        ? left.place < right.place : left.distance < right.distance
    }.map(\.explanation)
  }

  /// How far a figure is from the published one; nothing where it rounds to the published digits.
  private func distance(of explanation: PublishedExplanation) -> ExactRational {
    let distance = explanation.difference.magnitude
    return distance + distance <= published.lastDigit ? .zero : distance
  }

  private func pairs(
    of singles: [Hypothesis], besides plain: ExactRational
  ) -> (count: Int, explanations: [PublishedExplanation]) {
    // While the period is over, everything is 0 but for ignoring that: it must be one of the two.
    let candidates = isActive ? singles : alone
    var (count, explanations) = (0, [PublishedExplanation]())
    for (index, first) in candidates.enumerated() {
      let parts = first.conventions[0].parts
      for second in candidates[(index + 1)...]
      where parts.isDisjoint(with: second.conventions[0].parts) {
        let conventions = first.conventions + second.conventions
        guard isActive || conventions.contains(.periodFinishIgnored) else { continue }
        let pair = Hypothesis(conventions, first.recipe.combined(with: second.recipe, of: usual))
        // One of the two would have done alone.
        guard let exact = pair.exact, exact != plain, exact != first.exact, exact != second.exact
        else { continue }
        count += 1
        // Most of the hundreds are far away.
        if reach.contains(exact), let found = explanation(by: pair), found.agreement != nil {
          explanations.append(found)
        }
      }
    }
    return (count, explanations)
  }

  private func explanation(by hypothesis: Hypothesis) -> PublishedExplanation? {
    let recipe = hypothesis.recipe
    guard let exact = hypothesis.exact else { return nil }
    let stated = ExactRational(exact.wad(rounding: recipe.form == .simple ? .down : .halfEven))
    return PublishedExplanation(
      conventions: hypothesis.conventions, exact: exact, figure: stated,
      difference: stated - published.value,
      agreement: published.agreement(
        with: exact, tolerance: tolerance, doublePrecisionLoss: recipe.doublePrecisionLoss))
  }
}
