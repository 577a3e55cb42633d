import Foundation

/// What a message of the bridge can hold: JSON with whole numbers. BRIDGE.md §1.
public enum JSONValue: Equatable, Sendable {
  case null
  case flag(Bool)
  case number(Int64)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])
  /// What no message can hold: a fraction, a number that JavaScript can't count up to, or a text with half a character, which
  /// a `String` would replace without a word. No member takes it.
  case unreadable

  /// What JavaScript counts up to without a gap.
  static let largestNumber: Int64 = 9_007_199_254_740_991
}

extension JSONValue {
  /// - Parameter given: as a web view and JSON give it
  public init(_ given: Any) {
    switch given {
    case let number as NSNumber: self.init(number: number)
    case let text as NSString: self.init(text: text)
    case let text as String: self = .text(text)
    case is NSNull: self = .null
    case let list as [Any]: self = .list(list.map { JSONValue($0) })
    case let object as [String: Any]: self = .object(object.mapValues { JSONValue($0) })
    default: self = .unreadable
    }
  }

  /// What Capacitor takes.
  public var any: Any {
    switch self {
    case .null, .unreadable: NSNull()
    case .flag(let flag): flag
    case .number(let number): number
    case .text(let text): text
    case .list(let list): list.map(\.any)
    case .object(let object): object.mapValues(\.any)
    }
  }

  private init(number: NSNumber) {
    // A boolean is a number, too; only its encoding tells.
    if ["c", "B"].contains(String(cString: number.objCType)) {
      self = .flag(number.boolValue)
      return
    }
    if let whole = Int64(exactly: number.doubleValue), whole.magnitude <= Self.largestNumber {
      self = .number(whole)
    } else {
      self = .unreadable
    }
  }

  private init(text: NSString) {
    var units = [UInt16](repeating: 0, count: text.length)
    text.getCharacters(&units, range: NSRange(location: 0, length: text.length))
    self.init(utf16: units)
  }

  init(utf16 units: [UInt16]) {
    let isBroken = transcode(
      units.makeIterator(), from: UTF16.self, to: UTF32.self, stoppingOnError: true, into: { _ in })
    self = isBroken ? .unreadable : .text(String(decoding: units, as: UTF16.self))
  }
}

extension JSONValue {
  /// UTF-16 units of all texts, names of members aside.
  var textLength: Int {
    switch self {
    case .text(let text): text.utf16.count
    case .list(let list): list.reduce(0) { $0 + $1.textLength }
    case .object(let object): object.values.reduce(0) { $0 + $1.textLength }
    case .null, .flag, .number, .unreadable: 0
    }
  }

  static func texts(_ texts: [String]) -> JSONValue { .list(texts.map { .text($0) }) }

  static func whole(_ number: some BinaryInteger) -> JSONValue { .number(Int64(number)) }
}
