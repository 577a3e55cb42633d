import Foundation

/// What Capacitor does with messages between a page and plugins. It answers with what the page would be given as JSON.
public final class FakeBridge: NSObject, CAPBridgeProtocol, @unchecked Sendable {
  public typealias Method = (CAPPluginCall) -> Void
  /// `success` and the JSON text of `data` or `error`.
  public typealias Answer = @Sendable (_ success: Bool, _ json: String) -> Void

  public weak var viewController: UIViewController?
  public weak var webView: WKWebView?
  public let config: InstanceConfiguration
  public let isDevEnvironment: Bool
  public var isSimEnvironment: Bool { false }

  /// Calls of all plugins, in the order in which the page sent them.
  private let dispatchQueue = DispatchQueue(label: "bridge")
  private var plugins: [String: (plugin: CAPPlugin & CAPBridgedPlugin, methods: [String: Method])] = [:]

  public init(config: InstanceConfiguration, isDevEnvironment: Bool) {
    self.config = config
    self.isDevEnvironment = isDevEnvironment
    CAPLog.enableLogging = config.loggingEnabled
  }

  /// - Parameter methods: what the Objective-C runtime finds by name on a phone
  public func load(_ plugin: CAPPlugin & CAPBridgedPlugin, methods: [String: Method]) {
    precondition(Set(plugin.pluginMethods.map(\.name)) == Set(methods.keys.map { $0 }), "another list of methods")
    plugin.bridge = self
    plugin.webView = webView
    plugin.pluginId = plugin.identifier
    plugin.pluginName = plugin.jsName
    plugins[plugin.jsName] = (plugin, methods)
    plugin.load()
  }

  public func handleJSCall(plugin: String, method: String, options: [String: Any], answer: @escaping Answer) {
    guard let run = plugins[plugin]?.methods[method] else {
      CAPLog.print("Error calling method \(method) on plugin \(plugin): No method found.")
      return
    }
    nonisolated(unsafe) let (given, task) = (options, run)
    dispatchQueue.async { [self] in
      let options = JSTypes.coerceDictionaryToJSObject(given, formattingDatesAsStrings: true) ?? [:]
      let call = CAPPluginCall(
        callbackId: "1", methodName: method, options: options,
        success: { result, _ in self.tell(result?.data ?? [:], answer) },
        error: { error in self.tell(error, answer) })
      if let call { task(call) }
    }
  }

  private func tell(_ data: PluginCallResultData, _ answer: @escaping Answer) {
    let json = Self.json(data)
    CAPLog.print("TO JS", json.prefix(256))
    DispatchQueue.main.async { answer(true, json) }
  }

  private func tell(_ error: CAPPluginCallError?, _ answer: @escaping Answer) {
    var members: PluginCallResultData = ["message": error?.message ?? "", "errorMessage": error?.message ?? ""]
    members["code"] = error?.code
    members["data"] = error?.data
    let json = Self.json(members)
    CAPLog.print("ERROR MESSAGE: ", json.prefix(512))
    DispatchQueue.main.async { answer(false, json) }
  }

  /// What is no JSON becomes an empty object, as the page would see it.
  private static func json(_ data: PluginCallResultData) -> String {
    guard JSONSerialization.isValidJSONObject(data), let text = try? JSONSerialization.data(withJSONObject: data) else {
      CAPLog.print("Unable to serialize plugin response as JSON.")
      return "{}"
    }
    return String(decoding: text, as: UTF8.self)
  }
}
