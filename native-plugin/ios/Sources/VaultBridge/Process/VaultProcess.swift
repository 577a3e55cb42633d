import Foundation

#if SWIFT_PACKAGE
  import VaultCore
#endif

/// All that belongs to the process, and not to a page or a plugin object: the capability, the vaults, the events and the
/// chosen passcodes. BRIDGE.md §2.
public final class VaultProcess: Sendable {
  /// Versions of the bridge that are spoken here.
  static let protocols: [Int64] = [1]
  /// Milliseconds: an app has started by then.
  private static let sweepAfter: Milliseconds = 10_000

  private let version: String
  private let capability: Capability
  private let log = EventLog()
  private let vaults: LocalVaults
  private let ofProcess: ProcessCalls
  private let ofVault: VaultCalls
  private let pages = Guarded<Int64>(0)
  /// Calls begin one after the other, in the order in which they came, and not on Capacitor's queue.
  private let queue = DispatchQueue(label: "dev.identityvault.calls")

  /// - Parameter version: of the native part, for people
  public init(_ platform: any Platform, version: String) {
    self.version = version
    capability = Capability(platform.random)
    let screen = DeviceScreen(platform.screen)
    vaults = LocalVaults(VaultSurroundings(platform: platform, screen: screen, log: log))
    ofProcess = ProcessCalls(
      vaults: vaults, log: log, screen: screen, platform: platform,
      auth: AuthCalls(vaults: vaults, auth: platform.auth))
    ofVault = VaultCalls(passcodes: ChosenPasscodes(random: platform.random, timer: platform.timer))
    // Not while the app starts. What can't be swept now is swept by the next process.
    _ = platform.timer.wake(in: VaultProcess.sweepAfter) { Task { try? await platform.sweep() } }
  }

  /// BRIDGE.md §3. Changes nothing but the number of the page.
  /// - Parameter isLogged: Capacitor writes down what passes, in a build that is not for debugging
  public func hello(_ message: JSONValue, isLogged: Bool) -> BridgeAnswer {
    guard let spoken = try? Members(message).list("protocols") else { return .rejected(.vaultUnavailable, data: nil) }
    let ours = VaultProcess.protocols.map { JSONValue.number($0) }
    guard let agreed = spoken.first(where: ours.contains) else {
      return .rejected(.bridgeProtocol, data: ["protocols": .list(ours)])
    }
    if isLogged { return .rejected(.policyNotMet, data: nil) }
    let page = pages.with { pages in
      pages += 1
      return pages
    }
    return .resolved([
      "protocol": agreed, "capability": .text(capability.text), "page": .number(page), "events": .number(log.last),
      "version": .text(version),
    ])
  }

  /// BRIDGE.md §4. Returns at once.
  public func call(_ message: JSONValue, _ answer: @escaping @Sendable (BridgeAnswer) -> Void) {
    queue.async { [self] in begin(message, answer) }
  }

  public func pause() { vaults.pause() }
  public func resume() { vaults.resume() }
  public func deactivate() { vaults.deactivate() }
  public func activate() { vaults.activate() }

  private func begin(_ message: JSONValue, _ answer: @escaping @Sendable (BridgeAnswer) -> Void) {
    let id = CallMessage.readableId(of: message)
    do {
      // Before looking at anything else.
      guard capability.isCarried(by: message) else { throw Rejection(.bridgeCapability) }
      let call = try CallMessage(message)
      vaults.tick()
      let rest = try begun(call)
      Task { [self] in answer(await finished(rest, call.id)) }
    } catch {
      answer(rejected(error, id))
    }
  }

  private func begun(_ call: CallMessage) throws -> Begun {
    let given = try Members(call.arguments)
    guard let name = call.vault else { return try isNamed(try ofProcess.begin(call.name, given)) }
    // Another call is none of a vault, whether there is such a vault or not.
    if !VaultCalls.names.contains(call.name) { throw Rejection.notAMessage }
    return try isNamed(try ofVault.begin(call.name, given, try vaults.vault(name)))
  }

  private func isNamed(_ begun: Begun?) throws -> Begun {
    guard let begun else { throw Rejection.notAMessage }
    return begun
  }

  private func finished(_ rest: Begun, _ id: String) async -> BridgeAnswer {
    do {
      let result = try await rest()
      var answer: [String: JSONValue] = ["id": .text(id), "events": .number(log.last)]
      answer["result"] = result
      return .resolved(answer)
    } catch {
      return rejected(error, id)
    }
  }

  private func rejected(_ error: any Error, _ id: String?) -> BridgeAnswer {
    let rejection = Rejection(of: error)
    var data = rejection.data
    data["id"] = id.map { .text($0) }
    data["events"] = .number(log.last)
    return .rejected(rejection.code, data: data)
  }
}
