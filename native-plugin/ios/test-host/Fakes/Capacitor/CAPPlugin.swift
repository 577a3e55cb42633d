@_exported import Foundation
@_exported import UIKit
@_exported import WebKit

public let CAPPluginReturnNone = "none"
public let CAPPluginReturnCallback = "callback"
public let CAPPluginReturnPromise = "promise"

open class CAPPluginMethod: NSObject {
  // As its Objective-C headers have it, which say nothing of null.
  // swift-format-ignore: NeverUseImplicitlyUnwrappedOptionals
  public var name: String!
  // swift-format-ignore: NeverUseImplicitlyUnwrappedOptionals
  public var returnType: String!
  public init(name: String!, returnType: String!) {
    self.name = name
    self.returnType = returnType
  }
}

public protocol CAPBridgedPlugin: NSObjectProtocol {
  var identifier: String { get }
  var jsName: String { get }
  var pluginMethods: [CAPPluginMethod] { get }
}

open class CAPPlugin: NSObject {
  public weak var webView: WKWebView?
  public weak var bridge: (any CAPBridgeProtocol)?
  public var pluginId = ""
  public var pluginName = ""
  public var shouldStringifyDatesInCalls = true

  public required override init() { super.init() }

  open func load() {}
  public func getId() -> String { pluginName }
  public func getConfig() -> PluginConfig { bridge?.config.getPluginConfig(pluginName) ?? PluginConfig(config: [:]) }

  /// Events of the vault are asked for by a call: frames can listen to these.
  open func notifyListeners(_ eventName: String, data: [String: Any]?, retainUntilConsumed: Bool = false) {
    preconditionFailure("BRIDGE.md §1: no listeners")
  }
}

public protocol CAPBridgeProtocol: NSObjectProtocol {
  var viewController: UIViewController? { get }
  var webView: WKWebView? { get }
  var config: InstanceConfiguration { get }
  var isSimEnvironment: Bool { get }
  var isDevEnvironment: Bool { get }
}

public final class InstanceConfiguration: NSObject {
  public let loggingEnabled: Bool
  public let pluginConfigurations: [AnyHashable: Any]
  public init(fakeLogging loggingEnabled: Bool, pluginConfigurations: [String: JSObject]) {
    self.loggingEnabled = loggingEnabled
    self.pluginConfigurations = pluginConfigurations
  }

  public func getPluginConfig(_ pluginId: String) -> PluginConfig {
    PluginConfig(config: pluginConfigurations[pluginId] as? JSObject ?? [:])
  }
}

public final class PluginConfig: NSObject {
  private let config: JSObject
  init(config: JSObject) { self.config = config }

  public func getString(_ configKey: String, _ defaultValue: String? = nil) -> String? {
    config[configKey] as? String ?? defaultValue
  }
  public func getBoolean(_ configKey: String, _ defaultValue: Bool) -> Bool {
    config[configKey] as? Bool ?? defaultValue
  }
  public func getInt(_ configKey: String, _ defaultValue: Int) -> Int { config[configKey] as? Int ?? defaultValue }
  public func getArray(_ configKey: String, _ defaultValue: JSArray? = nil) -> JSArray? {
    config[configKey] as? JSArray ?? defaultValue
  }
  public func getObject(_ configKey: String) -> JSObject? { config[configKey] as? JSObject }
  public func isEmpty() -> Bool { config.isEmpty }
  public func getConfigJSON() -> JSObject { config }
}

public final class CAPLog {
  nonisolated(unsafe) public static var enableLogging = true

  public static func print(_ items: Any..., separator: String = " ", terminator: String = "\n") {
    guard enableLogging else { return }
    let line = items.map { String("\($0)".prefix(4068)) }.joined(separator: separator)
    FileHandle.standardError.write(Data("\(line)\(terminator)".utf8))
  }
}
