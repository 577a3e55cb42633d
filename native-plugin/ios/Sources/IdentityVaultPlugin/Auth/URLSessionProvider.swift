import Foundation

#if SWIFT_PACKAGE
  import VaultBridge
#endif

/// Asks a provider by the system's own stack, which trusts whom the system trusts.
struct URLSessionProvider: Provider {
  let assertions: BackgroundAssertions
  let timer: any WakeTimer

  func send(_ call: ProviderCall) async -> ProviderAnswer? {
    // A refresh token that was used and not replaced would end the session: time in the background is asked for.
    let assertion = assertions.begin()
    defer { assertion.end() }
    return await ProviderExchange().answer(to: call, timer)
  }
}
