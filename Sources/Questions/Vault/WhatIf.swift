internal import FixedPoint
internal import Sheets
internal import Contracts
internal import Yields
internal import Quantities

/// What the APR of a vault would be at other prices, stakes and commissions, as plots.
///
/// Each point is a vault of its own, evaluated by the kernel that evaluates the report.
struct WhatIf: Sendable {
  private let equation: VaultEquation
  private let cap: Int

  init(_ report: VaultReport, profile: ProtocolProfile) {
    equation = VaultEquation(snapshot: report.snapshot, year: report.convention.year)
    cap = Int(clamping: profile.commission.maxRate)
  }

  /// The plots, each an SVG element; none where there is no APR above 0 to begin with.
  var elements: [String] {
    guard let apr = equation.exactAPR, !apr.isZero else { return [] }
    return [byRewardPrice, byStake, byCommission, byPriceAndStake].map { panel in
      PlotDocument(title: panel.title, panels: [panel.plot], size: .column).element
    }
  }

  private typealias Panel = (title: String, plot: any PlotPanel)
  private static let apr = PlotAxis(FigureKey.apr)

  private static let tvl = PlotAxis(FigureKey.tvlUsd, spacing: .linear)

  private var vault: VaultSnapshot { equation.snapshot }

  /// A quarter of the present price to twice of it.
  private var byRewardPrice: Panel {
    let points = (10...80).map { part in
      let raw = Self.part(vault.rewardPrice.wad.rawValue, part, of: 40)
      return LineChart.Point(x: Wad(raw: raw), y: equation.apr(with: .rewardPrice, at: raw)?.wad)
    }
    return chart(
      "APR and the price of the reward token", PlotAxis(.rewardPrice), points,
      now: vault.rewardPrice.wad)
  }

  /// A stake as its axis takes it: its value, or its tokens where that is below what USD tell apart.
  private var stake: (axis: PlotAxis, place: (VaultSnapshot) -> Wad) {
    guard vault.tvl.wad.signum == 0 else { return (Self.tvl, { $0.tvl.wad }) }
    let decimals = vault.totalSupply.decimals.count
    return (
      PlotAxis(.totalSupply, stakeDecimals: decimals), { Wad(raw: $0.totalSupply.raw * Wad.scale) }
    )
  }

  /// A quarter of the present stake to four times of it.
  private var byStake: Panel {
    let stake = stake
    let points = (10...160).map { part in
      let raw = Self.part(vault.totalSupply.raw, part, of: 40)
      return LineChart.Point(
        x: stake.place(equation.snapshot(with: .totalSupply, at: raw)),
        y: equation.apr(with: .totalSupply, at: raw)?.wad)
    }
    return chart("APR and the stake", stake.axis, points, now: stake.place(vault))
  }

  /// No commission to the protocol's cap.
  private var byCommission: Panel {
    let rate = vault.rewardRate.raw
    let points = (0...40).compactMap { part -> LineChart.Point? in
      guard let share = try? BasisPoints(cap * part / 40) else { return nil }
      return LineChart.Point(
        x: Wad(share.value), y: equation.withCommission(share).apr(with: .rewardRate, at: rate)?.wad
      )
    }
    let title = "Net APR and the commission"
    let net = PlotAxis(FigureKey.netApr)
    return (
      title,
      LineChart(
        title: title, x: PlotAxis(.commission), y: net,
        series: [.init(name: net.title, points: points)])
    )
  }

  /// Half to twice of the present price and of the present stake.
  private var byPriceAndStake: Panel {
    let parts = Array(stride(from: 10, through: 40, by: 2))
    let prices = parts.map { Self.part(vault.rewardPrice.wad.rawValue, $0, of: 20) }
    let stakes = parts.map { Self.part(vault.totalSupply.raw, $0, of: 20) }
    let cells = stakes.flatMap { stake -> [Wad?] in
      let diluted = VaultEquation(
        snapshot: equation.snapshot(with: .totalSupply, at: stake), year: equation.year)
      return prices.map { diluted.apr(with: .rewardPrice, at: $0)?.wad }
    }
    let title = "APR by reward price and stake"
    let stake = stake
    return (
      title,
      HeatMap(
        title: title, x: PlotAxis(.rewardPrice), columns: prices.map { Wad(raw: $0) },
        y: stake.axis,
        rows: stakes.map { stake.place(equation.snapshot(with: .totalSupply, at: $0)) },
        metric: Self.apr, cells: cells,
        // Half to twice in parts of a twentieth: the present value is among them.
        marks: parts.firstIndex(of: 20).map { [.init(column: $0, row: $0, name: "now")] } ?? [])
    )
  }

  private func chart(_ title: String, _ axis: PlotAxis, _ points: [LineChart.Point], now: Wad)
    -> Panel
  {
    (
      title,
      LineChart(
        title: title, x: axis, y: Self.apr, series: [.init(name: Self.apr.title, points: points)],
        marks: [.init(x: now, name: "now")])
    )
  }

  /// `part / whole` of a raw value, rounded down to an on-chain unit.
  private static func part(_ raw: ExactInteger, _ part: Int, of whole: Int) -> ExactInteger {
    (raw * ExactInteger(part)).divided(byNonZero: ExactInteger(whole), rounding: .down)
  }
}
