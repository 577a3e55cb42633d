import Foundation

/// Where the user comes back to, and what tells the answer from any other address. BRIDGE.md §4.5.
public struct AuthCallback: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    /// A private-use scheme, as RFC 8252 §7.1 has it: with a dot, so that it is made of a name that the app's maker owns.
    case privateUse(scheme: String)
    /// The host has to name the app.
    case https(host: String, path: String)
  }

  public let kind: Kind
  private let text: String
  private let state: String?

  /// - Parameter text: an address without query and fragment
  /// - Returns: `nil`: none that a user can come back to
  public init?(_ text: String, state: String?) {
    guard let parts = AddressParts(text), parts.query == nil, !parts.hasFragment, !text.contains("@"),
      text.hasPrefix("\(parts.scheme):"), let kind = AuthCallback.kind(of: parts)
    else { return nil }
    self.kind = kind
    self.text = text
    self.state = state
  }

  /// Whether the address that was come back with is this callback, with exactly one `state`, of the right value.
  public func isAnswer(_ url: String) -> Bool {
    // By bytes: what is put on top of a character would hide it from a comparison of characters.
    let (bytes, query, fragment) = (url.utf8, UInt8(ascii: "?"), UInt8(ascii: "#"))
    let bare = bytes.prefix { $0 != query && $0 != fragment }
    guard let colon = bare.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let scheme = bare[..<colon].map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
    guard (scheme + bare[colon...]).elementsEqual(text.utf8) else { return false }
    guard let state else { return true }
    let states = AuthCallback.states(of: bytes.prefix { $0 != fragment }.dropFirst(bare.count + 1))
    return states.count == 1 && states[0]?.utf8.elementsEqual(state.utf8) == true
  }

  private static func kind(of parts: AddressParts) -> Kind? {
    if parts.scheme == "https" {
      // Of a host in upper case, or with a port, the system gives nothing back.
      guard let authority = parts.authority, let origin = AuthOrigin(authority: authority), origin.host == authority,
        parts.path.hasPrefix("/")
      else { return nil }
      return .https(host: origin.host, path: String(parts.path))
    }
    let labels = parts.scheme.split(separator: ".", omittingEmptySubsequences: false)
    let isRooted = parts.authority != nil || parts.path.hasPrefix("/")
    guard labels.count > 1, !labels.contains(""), isRooted else { return nil }
    return .privateUse(scheme: parts.scheme)
  }

  /// Of each member of the query with this name; `nil`: it can't be decoded, and counts all the same.
  private static func states(of query: Substring.UTF8View) -> [String?] {
    let members = query.split(separator: UInt8(ascii: "&")).map { member in
      member.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
    }
    return members.filter { decoded($0[0]) == "state" }.map { $0.count > 1 ? decoded($0[1]) : "" }
  }

  /// As forms are encoded.
  private static func decoded(_ part: Substring.UTF8View) -> String? {
    String(Substring(part)).replacingOccurrences(of: "+", with: " ").removingPercentEncoding
  }
}
