import Foundation

/// An https address, read by the letter of RFC 3986: what two parsers could read in two ways is none. BRIDGE.md §4.5.
public struct AuthAddress: Equatable, Sendable {
  public let origin: AuthOrigin
  /// As the system reads it.
  public let url: URL

  /// - Returns: `nil`: no such address; user information, backslashes, what is not ASCII or not encoded
  public init?(_ text: String) {
    guard let parts = AddressParts(text), parts.scheme == "https",
      let origin = AuthOrigin(authority: parts.authority ?? ""),
      // Where the system disagrees, it would open or ask another one.
      let url = URL(string: text), url.scheme?.lowercased() == "https", url.host?.lowercased() == origin.host,
      url.port ?? AuthOrigin.defaultPort == origin.port, url.user == nil, url.password == nil
    else { return nil }
    self.origin = origin
    self.url = url
  }
}

/// An address, taken apart where RFC 3986 does.
struct AddressParts {
  /// In lower case.
  let scheme: String
  /// What follows two slashes; `nil`: there are none.
  let authority: Substring?
  let path: Substring
  /// Without the question mark; `nil`: there is none.
  let query: Substring?
  /// Whether a fragment follows, empty or not.
  let hasFragment: Bool

  /// - Returns: `nil`: a character that no address has, or nothing before a colon
  init?(_ text: String) {
    guard text.utf8.allSatisfy(AddressParts.isAllowed), AddressParts.isEncoded(text),
      let colon = text.firstIndex(of: ":"), let scheme = AddressParts.scheme(text[..<colon])
    else { return nil }
    self.scheme = scheme
    let halves = text[text.index(after: colon)...].split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    hasFragment = halves.count > 1
    if hasFragment, halves[1].contains("#") { return nil }
    let pieces = halves[0].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    query = pieces.count > 1 ? pieces[1] : nil
    let rest = pieces[0]
    guard rest.hasPrefix("//") else {
      (authority, path) = (nil, rest)
      return
    }
    let after = rest.dropFirst(2)
    let slash = after.firstIndex(of: "/") ?? after.endIndex
    (authority, path) = (after[..<slash], after[slash...])
  }

  /// Letters of ASCII only: what else some language lowers to one is none.
  private static func scheme(_ given: Substring) -> String? {
    guard let first = given.utf8.first, isLetter(first), given.utf8.allSatisfy(isOfScheme) else { return nil }
    return given.lowercased()
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isOfScheme(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || "+-.".utf8.contains(byte) }
  private static func isAllowed(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || "-._~:/?#@!$&'()*+,;=%".utf8.contains(byte)
  }

  /// Two digits of base 16 follow each percent sign.
  private static func isEncoded(_ text: String) -> Bool {
    text.utf8.split(separator: UInt8(ascii: "%"), omittingEmptySubsequences: false).dropFirst().allSatisfy { part in
      part.count >= 2 && part.prefix(2).allSatisfy { isDigit($0) || (0x41...0x46).contains($0 & 0xdf) }
    }
  }
}
