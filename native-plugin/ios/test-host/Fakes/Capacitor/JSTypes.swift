import Foundation

/// What a message from JavaScript can hold.
public protocol JSValue {}
extension String: JSValue {}
extension Bool: JSValue {}
extension Int: JSValue {}
extension Float: JSValue {}
extension Double: JSValue {}
extension NSNumber: JSValue {}
extension NSNull: JSValue {}
extension Array: JSValue {}
extension Date: JSValue {}
extension Dictionary: JSValue where Key == String, Value == any JSValue {}

public typealias JSObject = [String: any JSValue]
public typealias JSArray = [any JSValue]

/// What WebKit gives becomes these types, and what is none of them disappears.
public enum JSTypes {
  public static func coerceDictionaryToJSObject(
    _ dictionary: [AnyHashable: Any]?, formattingDatesAsStrings: Bool = false
  ) -> JSObject? {
    dictionary.flatMap { value(of: $0) as? JSObject }
  }

  /// One value of a configuration file.
  public static func fakeCoerce(_ given: Any) -> (any JSValue)? { value(of: given) }

  private static func value(of given: Any) -> (any JSValue)? {
    switch given {
    case let text as String: return text
    case let number as NSNumber: return number
    case let null as NSNull: return null
    case let list as [Any]: return list.compactMap { value(of: $0) } as JSArray
    case let object as [String: Any]: return object.compactMapValues { value(of: $0) } as JSObject
    default: return nil
    }
  }
}
