import Foundation

#if SWIFT_PACKAGE
  import VaultCore
#endif

/// What each call must carry: a frame can send calls, but no answer reaches it, so it can't know this. BRIDGE.md §3.
struct Capability: Sendable {
  let text: String

  init(_ random: any Random) {
    text = base64URL(random.bytes(32))
  }

  /// In the same time, whichever character differs.
  func isCarried(by message: JSONValue) -> Bool {
    guard case .object(let members) = message, case .text(let given) = members["capability"] else { return false }
    return isEqualConstantTime(Bytes(given.utf8), Bytes(text.utf8))
  }
}

/// RFC 4648 §5, without padding.
func base64URL(_ bytes: Bytes) -> String {
  Data(bytes).base64EncodedString().replacingOccurrences(of: "+", with: "-")
    .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
}
