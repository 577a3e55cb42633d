/// Something that happened to a vault. BRIDGE.md §5.1.
struct VaultEvent: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    /// - saved: what is stored stays
    /// - timeout: time did it, no call
    case locked(saved: Bool, timeout: Bool)
    case unlocked
    case configured
  }

  let number: Int64
  let vault: String
  let kind: Kind

  var json: JSONValue {
    var members: [String: JSONValue] = ["number": .number(number), "vault": .text(vault)]
    switch kind {
    case .locked(let saved, let timeout):
      members.merge(["type": .text("locked"), "saved": .flag(saved), "timeout": .flag(timeout)]) { $1 }
    case .unlocked: members["type"] = .text("unlocked")
    case .configured: members["type"] = .text("configured")
    }
    return .object(members)
  }
}
