import Faults
import Testing

@testable import Chain

@Suite("Endpoints keep what their URLs say")
struct EndpointTests {
  private static let full =
    "https://userA:passW0rd@RPC.Example:8545/v2/0123456789abcdef0123/berachain?apikey=qwertyuiop&dkey=Zx9%2Fk#frag1"

  /// What must be in nothing that is shown.
  private static let secrets = [
    "userA", "passW0rd", "0123456789abcdef0123", "qwertyuiop", "Zx9/k", "frag1", "userA:passW0rd",
  ]

  @Test(arguments: [
    ("https://rpc.example", "rpc.example"), ("http://RPC.Example/", "rpc.example"),
    ("HTTPS://rpc.example:443/key", "rpc.example"), ("http://127.0.0.1:8545", "127.0.0.1"),
    ("http://[::1]:8545/x", "::1"), ("https://user@rpc.example", "rpc.example"),
    ("https://a:b@c@rpc.example:1/p@q", "rpc.example"),
    ("https://rpc.example?key=1", "rpc.example"),
    ("https://rpc.example#key", "rpc.example"), (full, "rpc.example"),
  ])
  func `the host alone is shown`(url: String, host: String) throws {
    let endpoint = try Endpoint(url)
    #expect(endpoint.host == host)
    #expect("\(endpoint)" == host)
    #expect(endpoint.url == url)
  }

  @Test(arguments: [
    "", "rpc.example", "rpc.example/SECRETKEY", "ftp://rpc.example/SECRETKEY", "https://",
    "https:///SECRETKEY",
    "https://:8545/SECRETKEY", "https://user:SECRETKEY@", "https://?SECRETKEY",
    "http://[]/SECRETKEY",
    "https://rpc.example/SECRET KEY", "https://rpc.example/SECRETKEY\n",
    "https://rpc.exämple/SECRETKEY",
    "https://rpc.example/\u{7F}SECRETKEY", "https:/rpc.example/SECRETKEY", "file:///etc/passwd",
    "javascript://SECRETKEY", "https://[::1/SECRETKEY", "https://[::1]SECRETKEY/",
    "https://rpc.example:SECRETKEY/",
  ])
  func `what is no URL is refused, and not shown`(url: String) {
    #expect {
      try Endpoint(url)
    } throws: { error in
      let fault = error as? Fault
      let text = "\(error) \(fault?.hint ?? "") \(fault?.found ?? "")"
      return fault != nil && !text.contains("SECRET") && !text.contains("passwd")
    }
  }

  @Test func `texts and bytes of a server lose what the URL keeps`() throws {
    let endpoint = try Endpoint(Self.full)
    let echoes =
      Self.secrets + [
        Self.full, "/v2/0123456789abcdef0123/berachain?apikey=qwertyuiop&dkey=Zx9%2Fk",
        "no such key: 0123456789abcdef0123", "0123456789abcdef01230123456789abcdef0123",
        "https:\\/\\/userA:passW0rd@rpc.example\\/v2\\/0123456789abcdef0123",
        "decoded: Zx9/k",
      ]
    for echo in echoes {
      let text = endpoint.redacted("the request to \(echo) failed")
      let bytes = String(decoding: endpoint.redacted(Array("<p>\(echo)</p>".utf8)), as: UTF8.self)
      for secret in Self.secrets + ["Zx9%2Fk"] {
        #expect(!text.contains(secret), "\(text)")
        #expect(!bytes.contains(secret), "\(bytes)")
      }
      #expect(text.hasPrefix("the request to "))
      #expect(bytes.hasPrefix("<p>") && bytes.hasSuffix("</p>"))
    }
  }

  @Test func `user and password are hidden as they are meant, too`() throws {
    let endpoint = try Endpoint("https://us%40er:p%23ss%2Fword@rpc.example")
    let text = endpoint.redacted("denied: us@er, p#ss/word, us%40er:p%23ss%2Fword")
    for secret in ["us@er", "p#ss/word", "%40", "%23"] {
      #expect(!text.contains(secret), "\(text)")
    }
  }

  @Test func `a key is taken out before a long text is cut, in any case, and in base64`() throws {
    let key = "9f8e7d6c5b4a39281706f5e4d3c2b1a0"
    let endpoint = try Endpoint("https://user:password@rpc.example/v2/\(key)")
    let filler = String(repeating: "x", count: 60)
    #expect(endpoint.redacted("\(filler) \(key)") == "\(filler) ***")
    #expect(endpoint.redacted("no such key \(key.uppercased())") == "no such key ***")
    // Python: base64.b64encode(b"user:password")
    #expect(endpoint.redacted("Basic dXNlcjpwYXNzd29yZA==") == "Basic ***")
  }

  @Test func `nothing is hidden where the URL says nothing`() throws {
    for url in ["https://rpc.example", "https://rpc.example/", "https://rpc.example/a/b?c=d"] {
      let endpoint = try Endpoint(url)
      #expect(endpoint.redacted("a, b, c and d of rpc.example") == "a, b, c and d of rpc.example")
      #expect(endpoint.redacted([0, 255, 47]) == [0, 255, 47])
    }
  }

  /// A chain's number or a version in a path is in every second reply by chance, and a record that lost it
  /// could not be read again.
  @Test func `sound replies stay as they are`() throws {
    let reply = Array(
      "{\"jsonrpc\":\"2.0\",\"id\":80094,\"result\":\"0x0080094abc123feed\",\"hash\":\"0xdeadbeef\"}"
        .utf8)
    for path in ["v2/80094/rpc", "abc123", "?chainId=80094&x=feed", "deadbeef", "result/hash"] {
      let redacted = try Endpoint("https://rpc.example/\(path)").redacted(reply)
      #expect(
        String(decoding: redacted, as: UTF8.self).replacing("json***", with: "jsonrpc")
          == String(decoding: reply, as: UTF8.self), "\(path)")
    }
  }
}
