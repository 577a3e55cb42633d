import Foundation

public typealias PluginCallResultData = [String: Any]
public typealias CAPPluginCallSuccessHandler = (CAPPluginCallResult?, CAPPluginCall?) -> Void
public typealias CAPPluginCallErrorHandler = (CAPPluginCallError?) -> Void

public final class CAPPluginCallResult: NSObject {
  public let data: PluginCallResultData?
  public init(_ data: PluginCallResultData?) { self.data = data }
}

public final class CAPPluginCallError: NSObject {
  public let message: String
  public let code: String?
  public let error: (any Error)?
  public let data: PluginCallResultData?
  public init(message: String, code: String?, error: (any Error)?, data: PluginCallResultData?) {
    (self.message, self.code, self.error, self.data) = (message, code, error, data)
  }
}

open class CAPPluginCall: NSObject {
  public var keepAlive = false
  // As its Objective-C headers have it, which say nothing of null.
  // swift-format-ignore: NeverUseImplicitlyUnwrappedOptionals
  public var callbackId: String!
  // swift-format-ignore: NeverUseImplicitlyUnwrappedOptionals
  public var methodName: String!
  // swift-format-ignore: NeverUseImplicitlyUnwrappedOptionals
  public var options: [AnyHashable: Any]!
  // swift-format-ignore: NeverUseImplicitlyUnwrappedOptionals
  public var successHandler: CAPPluginCallSuccessHandler!
  // swift-format-ignore: NeverUseImplicitlyUnwrappedOptionals
  public var errorHandler: CAPPluginCallErrorHandler!

  public init!(
    callbackId: String!, methodName: String!, options: [AnyHashable: Any]!,
    success: CAPPluginCallSuccessHandler!, error: CAPPluginCallErrorHandler!
  ) {
    self.callbackId = callbackId
    self.methodName = methodName
    self.options = options
    successHandler = success
    errorHandler = error
  }

  public var jsObjectRepresentation: JSObject { options as? JSObject ?? [:] }
  public func getString(_ key: String) -> String? { jsObjectRepresentation[key] as? String }
  public func getBool(_ key: String) -> Bool? { jsObjectRepresentation[key] as? Bool }
  public func getInt(_ key: String) -> Int? { jsObjectRepresentation[key] as? Int }
  public func getArray(_ key: String) -> JSArray? { jsObjectRepresentation[key] as? JSArray }
  public func getObject(_ key: String) -> JSObject? { jsObjectRepresentation[key] as? JSObject }

  public func resolve() { successHandler(CAPPluginCallResult(nil), self) }
  public func resolve(_ data: PluginCallResultData = [:]) { successHandler(CAPPluginCallResult(data), self) }

  public func reject(
    _ message: String, _ code: String? = nil, _ error: (any Error)? = nil, _ data: PluginCallResultData? = nil
  ) {
    errorHandler(CAPPluginCallError(message: message, code: code, error: error, data: data))
  }

  public func unimplemented() { unimplemented("not implemented") }
  public func unavailable() { unavailable("not available") }
  public func unimplemented(_ message: String) { reject(message, "UNIMPLEMENTED", nil, [:]) }
  public func unavailable(_ message: String) { reject(message, "UNAVAILABLE", nil, [:]) }
}
