import Capacitor

#if SWIFT_PACKAGE
  import VaultBridge
#endif

/// A call that waits for its answer.
///
/// `@unchecked Sendable`: it is answered once, by one thread.
struct PendingCall: @unchecked Sendable {
  private let call: CAPPluginCall

  init(_ call: CAPPluginCall) {
    self.call = call
  }

  /// The message is the code: JavaScript's texts are its own, and Capacitor logs what it is given.
  func answer(_ answer: BridgeAnswer) {
    switch answer {
    case .resolved(let members): call.resolve(members.mapValues(\.any))
    case .rejected(let code, let data):
      call.reject(code.rawValue, code.rawValue, nil, data?.mapValues(\.any))
    }
  }
}
