import Capacitor
import Foundation

#if SWIFT_PACKAGE
  import VaultBridge
#endif

/// The bridge of BRIDGE.md: two methods, and no listeners. Logs nothing.
#if canImport(ObjectiveC)
  @objc(IdentityVaultPlugin)@objcMembers
#endif
public class IdentityVaultPlugin: CAPPlugin, CAPBridgedPlugin {
  public let identifier = "IdentityVaultPlugin"
  public let jsName = "CapacitorIdentityVault"
  public let pluginMethods: [CAPPluginMethod] = [
    CAPPluginMethod(name: "hello", returnType: CAPPluginReturnPromise),
    CAPPluginMethod(name: "call", returnType: CAPPluginReturnPromise),
  ]
  private var process: VaultProcess?

  public override func load() {
    if IdentityVaultPlugin.isInExtension { return }
    let configured = PluginSettings(getConfig())
    if Thread.isMainThread {
      process = MainActor.assumeIsolated { SharedProcess.running(configured) }
    } else {
      process = DispatchQueue.main.sync { MainActor.assumeIsolated { SharedProcess.running(configured) } }
    }
  }

  /// An extension of the app has a process, files and an identifier of its own, and no `UIApplication`: a vault there would
  /// be another one, whose first start would take the app's keys for those of a former installation.
  private static var isInExtension: Bool { Bundle.main.bundleURL.pathExtension == "appex" }

  /// BRIDGE.md §3.
  public func hello(_ call: CAPPluginCall) {
    guard let process else { return call.reject("VaultUnavailable", "VaultUnavailable") }
    PendingCall(call).answer(process.hello(JSONValue(call.options as Any), isLogged: isLogged))
  }

  /// BRIDGE.md §4.
  public func call(_ call: CAPPluginCall) {
    guard let process else { return call.reject("VaultUnavailable", "VaultUnavailable") }
    let pending = PendingCall(call)
    process.call(JSONValue(call.options as Any)) { pending.answer($0) }
  }

  /// Whether Capacitor writes down what passes, in a build that is not for debugging. Each says so for itself: a framework
  /// that was built for release takes an entry of the app's Info.plist for it.
  private var isLogged: Bool {
    let logs = bridge?.config.loggingEnabled != false || CAPLog.enableLogging
    return logs && !isForDebugging && !getConfig().getBoolean("allowBridgeLogging", false)
  }

  private var isForDebugging: Bool {
    #if DEBUG
      return bridge?.isDevEnvironment == true
    #else
      return false
    #endif
  }
}
