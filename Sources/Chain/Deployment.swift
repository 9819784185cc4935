package import Contracts

/// Where the protocol's contracts stand on a chain.
///
/// Source: berachain/docs, the list of deployed contracts; the oracles are those of berachain/contracts,
/// src/extras.
package struct Deployment: Hashable, Sendable {
  /// EIP-155.
  package var chainID: UInt64
  /// The chain's official public endpoint; nil where there is none.
  package var endpoint: String?
  package var rewardVaultFactory: Address
  package var beraChef: Address
  package var blockRewardController: Address
  package var distributor: Address
  package var dedicatedEmissionStreamManager: Address
  /// BGTIncentiveFeeCollector, and since PoL Next the IncentivesCollector behind the same proxy.
  package var incentivesCollector: Address
  package var beaconDeposit: Address
  package var wbera: Address
  package var bgt: Address
  package var wberaStakerVault: Address
  package var stakingPoolContractsFactory: Address
  package var bexVault: Address
  /// Price oracles, in the order of preference.
  package var oracles: [Address]

  package static let mainnet = Deployment(
    chainID: 80094, endpoint: "https://rpc.berachain.com",
    rewardVaultFactory: known("0x94Ad6Ac84f6C6FbA8b8CCbD71d9f4f101def52a8"),
    beraChef: known("0xdf960E8F3F19C481dDE769edEDD439ea1a63426a"),
    blockRewardController: known("0x1AE7dD7AE06F6C58B4524d9c1f816094B1bcCD8e"),
    distributor: known("0xD2f19a79b026Fb636A7c300bF5947df113940761"),
    dedicatedEmissionStreamManager: known("0x813dCdBa9197947792985c866cE98D6739cA821A"),
    incentivesCollector: known("0x1984Baf659607Cc5f206c55BB3B00eb3E180190B"),
    beaconDeposit: known("0x4242424242424242424242424242424242424242"),
    wbera: known("0x6969696969696969696969696969696969696969"),
    bgt: known("0x656b95E550C07a9ffe548bd4085c72418Ceb1dba"),
    wberaStakerVault: known("0x118D2cEeE9785eaf70C15Cd74CD84c9f8c3EeC9a"),
    stakingPoolContractsFactory: known("0xb79b43dBA821Cb67751276Ce050fF4111445fB99"),
    bexVault: known("0x4Be03f781C497A489E3cB0287833452cA9B9E80B"),
    oracles: [
      known("0xe641aacDf2055F0D20c9ABc8FeF9dFBc5A68600B"),
      known("0x5CA67e134c52B1d11E038A5a4eD8Ddcdb1238943"),
      known("0x28f8171A2561898Cfc9C355a6e20F1B40FeA19CC"),
    ])

  package static let bepolia: Deployment = {
    var deployment = Deployment.mainnet
    deployment.chainID = 80069
    deployment.endpoint = "https://bepolia.rpc.berachain.com"
    deployment.dedicatedEmissionStreamManager = known("0xfe83d31669b52B7a619119Bc71805fD29eeEB9Dd")
    deployment.stakingPoolContractsFactory = known("0x24b8223864d3936F56e5a24C4245ae7620471D4C")
    deployment.bexVault = known("0x708cA656b68A6b7384a488A36aD33505a77241FE")
    deployment.oracles[2] = known("0x678d63074D8dd2eC4C2d7269879e43eaD4BE1338")
    return deployment
  }()
}

extension Deployment {
  /// The deployment on a chain; one that is neither of both, a fork of the mainnet for example, has its
  /// addresses and no endpoint of its own.
  package init(chainID: UInt64) {
    switch chainID {
    case Self.mainnet.chainID: self = .mainnet
    case Self.bepolia.chainID: self = .bepolia
    default:
      self = .mainnet
      self.chainID = chainID
      endpoint = nil
    }
  }
}

/// An address that stands in this file.
private func known(_ text: String) -> Address {
  guard let address = try? Address(text) else { preconditionFailure("no address: \(text)") }
  return address
}
