#if SWIFT_PACKAGE
  import VaultCore
#endif

/// The app's screen, which any vault may cover: it stays covered until the last of those who covered it has uncovered.
final class DeviceScreen: Sendable {
  private struct State {
    var holders: Set<String> = []
    var hides = false
    var hasVaults = false
  }

  private let screen: any ScreenCover
  private let state = Guarded(State())
  /// Who covers where there are no vaults.
  private let device = "device"

  init(_ screen: any ScreenCover) {
    self.screen = screen
  }

  /// Whether it is covered in the background for every vault, and without any.
  var hides: Bool {
    get { state.with { $0.hides } }
    set { state.with { $0.hides = newValue } }
  }

  /// From now on vaults cover the screen: they know when the app may be seen again.
  func hasVaults() {
    state.with { $0.hasVaults = true }
  }

  func leave() {
    if state.with({ $0.hides && !$0.hasVaults }) { cover(device) }
  }

  func comeBack() {
    uncover(device)
  }

  func cover(_ holder: String) {
    state.with { _ = $0.holders.insert(holder) }
    screen.cover()
  }

  func uncover(_ holder: String) {
    let isLast = state.with { $0.holders.remove(holder) != nil && $0.holders.isEmpty }
    if isLast { screen.uncover() }
  }
}
