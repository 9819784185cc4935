internal import Contracts
package import Faults
internal import FixedPoint
package import Inputs
package import Quantities
internal import Text
internal import YieldKernels
internal import Yields

/// How attempts to read a chain went, as a history remembers them.
package struct ReadingRecord: Sendable {
  /// When the last one ended, and whether it succeeded; nil where none is remembered.
  package var last: (time: Timestamp, succeeded: Bool)?
  /// How many failed, by what went wrong.
  package var failures: [(failure: String, count: Int)]

  package init(
    last: (time: Timestamp, succeeded: Bool)? = nil, failures: [(failure: String, count: Int)] = []
  ) {
    self.last = last
    self.failures = failures
  }
}

/// A snapshot as metrics.
package enum SnapshotMetrics {
  private typealias Sample = PrometheusText.Sample

  /// The metrics in Prometheus' text format; the same snapshot and record give the same bytes.
  ///
  /// - Parameters:
  ///   - snapshot: the file.
  ///   - record: how attempts to read went.
  ///   - year: the year of APRs.
  ///   - notes: where rounded digits are reported.
  /// - Returns: lines that end in a line feed.
  /// - Throws: a `Fault` with its place for a malformed value.
  package static func text(
    of snapshot: SnapshotFile, _ record: ReadingRecord, year: YearLength = .days365,
    notes: inout InputNotes
  ) throws(Fault) -> String {
    var text = attempts(record)
    text.family(.block, [Sample([], "\(snapshot.block.number)")])
    text.family(.time, [Sample([], snapshot.block.time.description)])
    let states = try snapshot.vaultStates(notes: &notes)
    var aprs: [Sample] = []
    var names: [Sample] = []
    for (state, node) in zip(states, try snapshot.vaults()) {
      let vault = state.address.description
      names.append(Sample([vault, state.name ?? "", node.json["symbol"]?.string ?? ""], "1"))
      guard let apr = try snapshot.report(of: node, year: year, notes: &notes)?.apr else {
        continue
      }
      aprs.append(Sample([vault, state.stakeToken?.description ?? ""], apr.wad.text()))
    }
    text.family(.info, names)
    text.family(.apr, aprs)
    append(states, at: snapshot.block.time, to: &text)
    text.family(.sharePrice, try sharePrices(of: snapshot))
    return text.text
  }

  /// The metrics of a history that has no snapshot yet.
  package static func text(of record: ReadingRecord) -> String { attempts(record).text }

  private static func attempts(_ record: ReadingRecord) -> PrometheusText {
    var text = PrometheusText()
    text.family(.up, record.last.map { [Sample([], $0.succeeded ? "1" : "0")] } ?? [])
    text.family(.attempt, record.last.map { [Sample([], $0.time.description)] } ?? [])
    text.family(.fetchErrors, record.failures.map { Sample([$0.failure], "\($0.count)") })
    return text
  }

  private static func append(
    _ states: [VaultState], at time: Timestamp, to text: inout PrometheusText
  ) {
    text.family(
      .periodFinish,
      states.compactMap { state in
        state.periodFinish.map { Sample([state.address.description], $0.description) }
      })
    text.family(
      .rewardTokens,
      states.compactMap { state in
        state.tokensPerSecond(at: time).map { Sample([state.address.description], $0) }
      })
    let offers = states.flatMap { state in (state.offers ?? []).map { (state, $0) } }
    func labels(_ state: VaultState, _ offer: VaultState.Offer) -> [String] {
      [state.address.description, offer.token.description]
    }
    text.family(
      .remaining,
      offers.compactMap { state, offer in
        guard let units = offer.remaining, let decimals = offer.decimals else { return nil }
        return Sample(labels(state, offer), units.decimalText(places: decimals.count))
      })
    text.family(
      .runway,
      offers.compactMap { state, offer in
        offer.runway(state.emission).map { runway in
          Sample(labels(state, offer), runway.wad(rounding: .down).text())
        }
      })
  }

  private static func sharePrices(of snapshot: SnapshotFile) throws(Fault) -> [Sample] {
    var samples: [Sample] = []
    for pool in try snapshot.node("pools")?.elements("the pools of a snapshot") ?? [] {
      guard let address = try pool.member("address")?.field("an address").address(),
        let assets = try pool.member("totalAssets")?.field("assets").rawInteger("assets"),
        let shares = try pool.member("totalSupply")?.field("shares").rawInteger("shares"),
        !shares.isZero
      else { continue }
      let price = ExactRational(assets, overNonZero: shares).wad(rounding: .down)
      samples.append(Sample([address.description], price.text()))
    }
    return samples
  }
}

extension VaultState {
  /// Whole reward tokens a second, exact; 0 behind the period, nil where a value could not be read.
  fileprivate func tokensPerSecond(at time: Timestamp) -> String? {
    guard let isRunning = isRunning(at: time) else { return nil }
    return isRunning ? rewardRate?.decimalText(places: 2 * Wad.fractionDigits) : "0"
  }
}
