package import Faults

/// Where a chain is asked: a URL that may carry a key, of which only the host is ever shown.
package struct Endpoint: Hashable, Sendable {
  /// The URL, for the transport alone.
  package let url: String
  /// The host without user, port and path.
  package let host: String
  /// What must not be shown, the longest first.
  private let secrets: [String]

  /// Takes an http or https URL.
  ///
  /// - Throws: a `Fault` without a place, which does not show the text: it may hold a key.
  package init(_ url: String) throws(Fault) {
    guard let colon = url.firstRange(of: "://"),
      ["http", "https"].contains(url[..<colon.lowerBound].lowercased()),
      url.unicodeScalars.allSatisfy({ $0.isASCII && $0.value > 0x20 && $0.value != 0x7F })
    else { throw Self.fault }
    let rest = url[colon.upperBound...]
    let authority = rest.prefix { !"/?#".contains($0) }
    let (user, address) =
      authority.lastIndex(of: "@").map { at in
        (authority[..<at], authority[authority.index(after: at)...])
      } ?? ("", authority)
    guard let host = Self.host(of: address) else { throw Self.fault }
    self.url = url
    self.host = host.lowercased()
    // Parts of a path and of a query may be keys, whole or behind a name.
    let path = rest[authority.endIndex...]
    let parts = path.split { "/?#&=".contains($0) } + user.split(separator: ":")
    // Basic authentication carries the user's part in base64.
    let written =
      [String(path), String(user), Base64.text(of: Array(Self.decoded(String(user)).utf8))]
      + parts.map(String.init)
    // Servers show a part as it is written, or as it is meant.
    secrets = Set(written + written.map(Self.decoded))
      .filter { $0.count >= Self.shortestSecret }
      .sorted { ($1.count, $0) < ($0.count, $1) }
  }

  /// The host in front of a port, which is a number; nil where it is neither.
  private static func host(of address: Substring) -> Substring? {
    let isBracketed = address.hasPrefix("[")
    let host = address.dropFirst(isBracketed ? 1 : 0).prefix { $0 != (isBracketed ? "]" : ":") }
    let rest = address[host.endIndex...].dropFirst(isBracketed ? 1 : 0)
    guard !host.isEmpty, !isBracketed || host.endIndex < address.endIndex,
      rest.isEmpty
        || (rest.first == ":" && rest.dropFirst().allSatisfy { ("0"..."9").contains($0) })
    else { return nil }
    return host
  }

  /// A text without its percent signs; bytes that are no text become signs that no server sends.
  private static func decoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = text[...]
    while let next = rest.popFirst() {
      if next == "%", rest.prefix(2).count(where: \.isHexDigit) == 2,
        let byte = UInt8(rest.prefix(2), radix: 16)
      {
        bytes.append(byte)
        rest = rest.dropFirst(2)
      } else {
        bytes += next.utf8
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The endpoint of a record, of which the host alone is known.
  package init(recorded host: String) {
    url = ""
    self.host = host
    secrets = []
  }

  private static var fault: Fault {
    Fault(
      .invalidValue, found: "a text that is no URL of an endpoint",
      expected: "a URL such as https://rpc.example or http://127.0.0.1:8545")
  }

  /// A key has more digits.
  private static let longestOrdinaryNumber = 12
  private static let ordinaryWords =
    "jsonrpc result error code message data number hash timestamp null true false"

  private static func isOrdinary(_ secret: String) -> Bool {
    let digits = secret.hasPrefix("0x") ? secret.dropFirst(2) : secret[...]
    return ordinaryWords.contains(secret)
      || digits.count <= longestOrdinaryNumber && digits.allSatisfy(\.isHexDigit)
  }

  /// A shorter part says nothing, and would be found in every text.
  private static let shortestSecret = 3

  /// A text of a server without what the URL keeps, short enough for a message.
  package func redacted(_ text: String) -> String { Quotation.bare(withoutSecrets(text)) }

  /// A text of a server without what the URL keeps, in whatever case.
  package func withoutSecrets(_ text: String) -> String {
    let bytes = secrets.reduce(Array(text.utf8)) { bytes, secret in
      Self.replacing(Array(secret.utf8), in: bytes) { $0.lowercasedASCII }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same of a reply's bytes, but for what sound replies have by themselves.
  ///
  /// That is the words of JSON-RPC, and short runs of hexadecimal digits such as a chain's number: without
  /// them a record could not be read again.
  package func redacted(_ bytes: [UInt8]) -> [UInt8] {
    secrets.filter { !Self.isOrdinary($0) }.reduce(bytes) { bytes, secret in
      Self.replacing(Array(secret.utf8), in: bytes)
    }
  }

  /// A plain loop: the search that collections have takes a second for a megabyte.
  private static func replacing(
    _ secret: [UInt8], in bytes: [UInt8], as fold: (UInt8) -> UInt8 = { $0 }
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    let first = fold(secret[0])
    while index < bytes.count {
      if fold(bytes[index]) == first,
        bytes[index...].starts(with: secret, by: { fold($0) == fold($1) })
      {
        result += "***".utf8
        index += secret.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}

extension Endpoint: CustomStringConvertible {
  /// The host.
  package var description: String { host }
}

extension UInt8 {
  /// A letter in lower case; another byte as it is.
  fileprivate var lowercasedASCII: UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
  }
}

/// RFC 4648, section 4.
private enum Base64 {
  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func text(of bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start...].prefix(3)
      let word = (0..<3).reduce(UInt32(0)) { word, place in
        word << 8 | (place < group.count ? UInt32(group[start + place]) : 0)
      }
      for place in 0..<4 {
        text.append(
          place <= group.count
            ? digits[Int(word >> UInt32(18 - 6 * place) & 63)] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
