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
    let host =
      address.hasPrefix("[")
      ? address.prefix { $0 != "]" }.dropFirst() : address.prefix { $0 != ":" }
    guard !host.isEmpty else { throw Self.fault }
    self.url = url
    self.host = host.lowercased()
    // Parts of a path and of a query may be keys, whole or behind a name.
    let path = rest[authority.endIndex...]
    let parts = path.split { "/?#&=".contains($0) } + user.split(separator: ":")
    secrets =
      ([String(path), String(user)] + parts.map(String.init))
      .filter { $0.count >= Self.shortestSecret }
      .sorted { ($1.count, $0) < ($0.count, $1) }
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
      expected: "a URL such as https://rpc.example")
  }

  /// A shorter part says nothing, and would be found in every text.
  private static let shortestSecret = 3

  /// A text of a server without what the URL keeps.
  package func redacted(_ text: String) -> String {
    secrets.reduce(text) { text, secret in text.replacing(secret, with: "***") }
  }

  /// The same of bytes, which are looked through only where there is something to hide.
  package func redacted(_ bytes: [UInt8]) -> [UInt8] {
    guard !secrets.isEmpty else { return bytes }
    return secrets.reduce(bytes) { bytes, secret in
      let needle = Array(secret.utf8)
      guard bytes.firstRange(of: needle) != nil else { return bytes }
      return Array(bytes.split(separator: needle, omittingEmptySubsequences: false).joined(separator: Array("***".utf8)))
    }
  }
}

extension Endpoint: CustomStringConvertible {
  /// The host.
  package var description: String { host }
}
