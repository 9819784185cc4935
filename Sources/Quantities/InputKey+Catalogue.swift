// What each input is: its scale, the values that mean something, and how a message asks for it.

extension InputKey {
  /// How an input is written and what one unit of it is.
  public enum Scale: Hashable, Sendable {
    /// A name or an address.
    case text
    /// A raw on-chain integer; this many decimals make whole tokens, nil if another input says.
    case raw(decimals: Int?)
    /// A decimal number, exact to 18 decimals: a price or a fraction.
    case decimal
    /// Unix seconds, or a UTC time.
    case time
    /// A span in seconds.
    case seconds
    /// A whole number.
    case count
    /// Hundredths of a percent.
    case basisPoints
  }

  /// One row of the catalogue.
  private struct Entry {
    let scale: Scale
    let range: ClosedRange<UInt64>?
    let expectation: String
    let noun: String
  }

  /// How the input is written, and what one unit of it is.
  public var scale: Scale { entry.scale }

  /// The values of a small input; nil for a text, and for numbers from 0 to what a `uint256` holds.
  public var range: ClosedRange<UInt64>? { entry.range }

  /// What an input is, as the end of "expected ...".
  public var expectation: String { entry.expectation }

  /// What one value of the input is called, as the beginning of what is expected of its text.
  public var noun: String { entry.noun }

  /// How the input's text is written wherever it is read, as the end of "expected ...".
  public var form: String {
    switch entry.scale {
    case .text: "a text"
    case .raw: NumberForm.wholeNumber(noun)
    case .decimal: self == .grossApr ? NumberForm.share(noun) : NumberForm.decimal(noun)
    case .time: NumberForm.time
    case .seconds: NumberForm.seconds(noun)
    case .count, .basisPoints: noun
    }
  }

  /// Decimals of the input's text: 18 for prices and fractions, 0 for integers.
  public var decimals: Int { scale == .decimal ? 18 : 0 }

  /// Times and spans lie below 1e11: more is milliseconds.
  private static let seconds: ClosedRange<UInt64> = 0...99_999_999_999

  private var entry: Entry {
    func entry(
      _ scale: Scale, _ expectation: String, in range: ClosedRange<UInt64>? = nil,
      as noun: String? = nil
    ) -> Entry {
      Entry(scale: scale, range: range, expectation: expectation, noun: noun ?? expectation)
    }
    return switch self {
    case .vault: entry(.text, "the vault's address")
    case .name: entry(.text, "the vault's name")
    case .source: entry(.text, "the source of the values")
    case .rewardRate:
      entry(
        .raw(decimals: 36), "the raw rewardRate() (scale 1e36)", as: "a rewardRate (scale 1e36)")
    case .periodFinish: entry(.time, "the raw periodFinish() in unix seconds", in: Self.seconds)
    case .totalSupply:
      entry(
        .raw(decimals: nil), "the raw totalSupply() in base units",
        as: "a totalSupply in base units")
    case .stakeDecimals: entry(.count, "the decimals of a token from 0 to 255", in: 0...255)
    case .rewardPrice:
      entry(.decimal, "the USD price of one reward token", as: "a price in USD")
    case .stakePrice:
      entry(
        .decimal, "the USD price of one stake token, above 0", as: "a price in USD")
    case .timestamp: entry(.time, "the time at which the values were read", in: Self.seconds)
    case .undistributedRewards, .undistributed:
      entry(
        .raw(decimals: 36), "the raw undistributedRewards() (scale 1e36)",
        as: "undistributedRewards (scale 1e36)")
    case .compounding:
      entry(.count, "a number of compoundings per year from 1 to 31536000", in: 1...31_536_000)
    case .commission:
      entry(.basisPoints, "a commission from 0 to 10000 basis points", in: 0...10_000)
    case .grossApr:
      entry(.decimal, "a yearly yield before commission and fee", as: "a yearly yield")
    case .poolFee:
      entry(.basisPoints, "a protocol fee from 0 to 10000 basis points", in: 0...10_000)
    case .reward: entry(.raw(decimals: 18), "a reward in wei")
    case .targetRate: entry(.raw(decimals: 36), "a targetRewardsPerSecond (scale 1e36)")
    case .duration: entry(.seconds, "a duration in seconds", in: Self.seconds, as: "a duration")
    case .minDuration:
      entry(.seconds, "a minimum duration in seconds", in: Self.seconds, as: "a minimum duration")
    case .published:
      entry(.decimal, "the published yield", as: "a fraction (0.5002) or a percentage (50.02%)")
    }
  }
}
