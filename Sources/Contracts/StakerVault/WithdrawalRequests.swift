public import EVMArithmetic

/// A withdrawal that waits for its cooldown.
public struct WithdrawalRequest: Hashable, Sendable {
  /// Base units reserved.
  public let assets: UInt256
  /// Shares burned.
  public let shares: UInt256
  /// When it was made, unix seconds.
  public let requestTime: UInt256
  /// Whose shares were burned.
  public let owner: Address
  /// Who will receive the assets.
  public let receiver: Address
}

/// Withdrawal requests as non-transferable tokens.
///
/// Source: berachain/contracts, src/pol/WBERAStakerVaultWithdrawalRequest.sol on OpenZeppelin's
/// ERC721Enumerable, whose order of a holder's tokens it keeps.
public struct WithdrawalRequests: Hashable, Sendable {
  private var requests: RevertibleMap<UInt256, WithdrawalRequest> = [:]
  private var holders: RevertibleMap<UInt256, Address> = [:]
  private var idsByHolder: RevertibleMap<Address, [UInt256]> = [:]
  /// The identifier of the next request.
  var nextID = UInt256.zero

  /// A holder's requests, in the order in which the contract enumerates them.
  ///
  /// - Parameter holder: The account.
  /// - Returns: Request identifiers.
  public func ids(of holder: Address) -> [UInt256] {
    idsByHolder[holder] ?? []
  }

  /// `getRequest`.
  ///
  /// - Parameter id: The identifier.
  /// - Returns: The request, or `nil` when there is none.
  public func request(_ id: UInt256) -> WithdrawalRequest? {
    requests[id]
  }

  /// `ownerOf`.
  func holder(of id: UInt256) throws(Revert) -> Address {
    guard let holder = holders[id] else { throw .custom("ERC721NonexistentToken") }
    return holder
  }

  mutating func mint(_ request: WithdrawalRequest, to holder: Address) -> UInt256 {
    let id = nextID
    nextID = nextID &+ .one
    requests[id] = request
    holders[id] = holder
    idsByHolder[holder, default: []].append(id)
    return id
  }

  /// Removes a request; the holder's last one takes its place in the enumeration.
  mutating func burn(_ id: UInt256) throws(Revert) -> WithdrawalRequest {
    let holder = try holder(of: id)
    guard let request = requests[id] else { throw .custom("ERC721NonexistentToken") }
    requests[id] = nil
    holders[id] = nil
    if var ids = idsByHolder[holder], let index = ids.firstIndex(of: id) {
      ids.swapAt(index, ids.count - 1)
      ids.removeLast()
      idsByHolder[holder] = ids
    }
    return request
  }

  mutating func apply(_ step: AtomicStep) {
    requests.apply(step)
    holders.apply(step)
    idsByHolder.apply(step)
  }
}
