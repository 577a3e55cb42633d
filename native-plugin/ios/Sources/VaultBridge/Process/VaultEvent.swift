/// Something that happened to a vault. BRIDGE.md §5.1.
struct VaultEvent: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    /// - saved: what is stored stays
    /// - timeout: time did it, no call
    case locked(saved: Bool, timeout: Bool)
    case unlocked
    case configured
    /// - remaining: milliseconds until the vault is locked, if nobody comes
    case idle(remaining: Int64)
    case active
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
    case .idle(let remaining):
      members.merge(["type": .text("idle"), "remaining": .number(remaining)]) { $1 }
    case .active: members["type"] = .text("active")
    }
    return .object(members)
  }
}
