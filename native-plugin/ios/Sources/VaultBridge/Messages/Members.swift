#if SWIFT_PACKAGE
  import VaultCore
#endif

/// Reads the members of an object of a message. What is missing or of another type is `BridgeArguments`; what is not known
/// is left out, so that later versions can add optional members.
struct Members {
  private let all: [String: JSONValue]

  /// - Throws: `BridgeArguments`: no object
  init(_ value: JSONValue?) throws(Rejection) {
    guard case .object(let all) = value else { throw .notAMessage }
    self.all = all
  }

  subscript(_ name: String) -> JSONValue? { all[name] }

  func has(_ name: String) -> Bool { all[name] != nil }

  /// - Parameter most: UTF-16 units
  func text(_ name: String, least: Int = 0, most: Int = BridgeLimit.name) throws(Rejection) -> String {
    guard let text = try optionalText(name, least: least, most: most) else { throw .notAMessage }
    return text
  }

  func optionalText(_ name: String, least: Int = 0, most: Int = BridgeLimit.name) throws(Rejection) -> String? {
    guard let value = all[name] else { return nil }
    guard case .text(let text) = value, (least...most).contains(text.utf16.count) else { throw .notAMessage }
    return text
  }

  func flag(_ name: String) throws(Rejection) -> Bool {
    guard case .flag(let flag) = all[name] else { throw .notAMessage }
    return flag
  }

  /// A whole number, not negative.
  func count(_ name: String) throws(Rejection) -> Int64 {
    guard case .number(let number) = all[name], number >= 0 else { throw .notAMessage }
    return number
  }

  func list(_ name: String) throws(Rejection) -> [JSONValue] {
    guard case .list(let list) = all[name] else { throw .notAMessage }
    return list
  }

  func object(_ name: String) throws(Rejection) -> Members { try Members(all[name]) }

  /// An id of FORMAT.md §2.
  func id<Id: RawRepresentable<UInt8>>(_ name: String) throws(Rejection) -> Id {
    guard let raw = UInt8(exactly: try count(name)), let id = Id(rawValue: raw) else { throw .notAMessage }
    return id
  }
}

extension Rejection {
  static let notAMessage = Rejection(.bridgeArguments)
}
