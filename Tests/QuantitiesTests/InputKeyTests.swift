import Quantities
import Testing

/// The one list of inputs: names by rule, lists without repetition.
@Suite struct InputKeyTests {
  @Test(arguments: InputKey.allCases)
  func `every spelling leads back to the key`(key: InputKey) {
    let option = String(key.option.dropFirst(2))
    for spelling in [key.rawValue, key.column, option, key.rawValue.uppercased()] {
      #expect(InputKey(spelled: spelling) == key)
    }
  }

  @Test(arguments: [
    (InputKey.rewardRate, "--reward-rate", "reward_rate"),
    (.stakeDecimals, "--stake-decimals", "stake_decimals"), (.name, "--name", "name"),
    (.undistributedRewards, "--undistributed-rewards", "undistributed_rewards"),
  ])
  func `option and column follow by rule`(key: InputKey, option: String, column: String) {
    #expect(key.option == option)
    #expect(key.column == column)
  }

  @Test(arguments: [InputKey.ofVault, InputKey.columns + InputKey.comparisonColumns, InputKey.axes])
  func `a list has each key once`(list: [InputKey]) {
    #expect(!list.isEmpty && Set(list).count == list.count)
  }

  @Test func `what is no input has no key`() {
    #expect(InputKey(spelled: "reward_rates") == nil)
    #expect(InputKey(spelled: "") == nil)
  }

  @Test(arguments: InputKey.allCases)
  func `every key says what it expects`(key: InputKey) {
    #expect(!key.expectation.isEmpty)
  }

  @Test func `a row needs what its APR is made of`() {
    #expect(
      InputKey.allCases.filter(\.isRequiredColumn) == [
        .rewardRate, .periodFinish, .totalSupply, .rewardPrice, .stakePrice, .published,
      ])
    #expect(InputKey.comparisonColumns == [.published, .commission])
  }

  /// The expectation of every kind of number, as it ends an error line.
  @Test(arguments: [
    (
      InputKey.rewardRate,
      "a rewardRate (scale 1e36): a whole number, written in decimal digits or as 0x..."
    ),
    (
      .totalSupply,
      "a totalSupply in base units: a whole number, written in decimal digits or as 0x..."
    ),
    (.reward, "a reward in wei: a whole number, written in decimal digits or as 0x..."),
    (.stakePrice, "a price in USD as a decimal number, for example 7.8 or 1e-5"),
    (.grossApr, "a yearly yield, for example 0.05 or 5%"),
    (.periodFinish, "unix seconds or a UTC time such as 2026-05-01T12:00:00Z"),
    (.duration, "a duration in whole seconds, or as 7d or 36h"),
    (.stakeDecimals, "the decimals of a token from 0 to 255"),
    (.poolFee, "a protocol fee from 0 to 10000 basis points"), (.name, "a text"),
  ])
  func `an input's form is that of its scale`(key: InputKey, form: String) {
    #expect(key.form == form)
  }

  @Test func `prices and fractions have 18 decimals`() {
    for key in InputKey.allCases { #expect(key.decimals == (key.scale == .decimal ? 18 : 0)) }
  }
}
