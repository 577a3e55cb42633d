/// Host and port of an https address.
public struct AuthOrigin: Hashable, Sendable {
  static let defaultPort = 443

  /// In lower case.
  public let host: String
  public let port: Int

  /// - Parameter authority: what stands between the two slashes and the path
  /// - Returns: `nil`: user information, no port where a colon says that one follows, or no name of a host
  init?(authority: Substring) {
    let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
    guard let name = parts.first, parts.count <= 2, AuthOrigin.isHost(name) else { return nil }
    host = name.lowercased()
    guard parts.count == 2 else {
      port = AuthOrigin.defaultPort
      return
    }
    let digits = parts[1]
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), digits.first != "0", let number = UInt16(digits)
    else { return nil }
    port = Int(number)
  }

  /// Labels of letters, digits and hyphens. An address of version 4 has that form, too.
  private static func isHost(_ name: Substring) -> Bool {
    name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      !label.isEmpty
        && label.utf8.allSatisfy { byte in
          (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte | 0x20) || byte == UInt8(ascii: "-")
        }
    }
  }
}

/// Where a sign-in may go, and what may be asked: `authOrigins` of the plugin's configuration. None: nowhere.
public struct AuthOrigins: Sendable {
  private let allowed: Set<AuthOrigin>

  /// - Parameter configured: such as `https://login.example.com`. What is no origin allows nothing: a path, a wildcard, http.
  public init(_ configured: [String]) {
    allowed = Set(configured.compactMap(AuthOrigins.origin))
  }

  /// - Throws: `PolicyNotMet`
  func address(_ text: String) throws(Rejection) -> AuthAddress {
    guard let address = AuthAddress(text), allowed.contains(address.origin) else {
      throw Rejection(.policyNotMet, reason: .originNotAllowed)
    }
    return address
  }

  private static func origin(_ text: String) -> AuthOrigin? {
    guard let parts = AddressParts(text), let authority = parts.authority, parts.scheme == "https",
      parts.path.isEmpty, parts.query == nil, !parts.hasFragment
    else { return nil }
    return AuthOrigin(authority: authority)
  }
}
