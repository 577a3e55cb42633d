/// One call, as it came. BRIDGE.md §4.
struct CallMessage: Sendable {
  let id: String
  let name: String
  let vault: String?
  let arguments: JSONValue

  /// - Throws: `BridgeArguments`, `LimitExceeded`
  init(_ message: JSONValue) throws(Rejection) {
    let members = try Members(message)
    id = try members.text("id", most: BridgeLimit.id)
    name = try members.text("call", most: BridgeLimit.id)
    vault = try members.optionalText("vault", most: BridgeLimit.id)
    _ = try members.object("arguments")
    arguments = members["arguments"] ?? .null
    if arguments.textLength > BridgeLimit.call { throw Rejection(.limitExceeded) }
  }

  /// Also of a message that is none.
  static func readableId(of message: JSONValue) -> String? {
    guard let members = try? Members(message) else { return nil }
    return try? members.text("id", most: BridgeLimit.id)
  }
}

/// What a plugin's method answers.
public enum BridgeAnswer: Equatable, Sendable {
  case resolved([String: JSONValue])
  case rejected(RejectionCode, data: [String: JSONValue]?)
}
