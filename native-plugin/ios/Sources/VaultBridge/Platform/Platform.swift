#if SWIFT_PACKAGE
  import VaultCore
#endif

/// Where vaults live: the core's ports, and what is around them.
public protocol Platform: Sendable {
  /// What the names of vaults are separated by.
  var appId: String { get }
  var random: any Random { get }
  var aead: any Aead { get }
  var passcodeRules: PasscodeRules { get }
  var biometrics: any Biometrics { get }
  var device: any PlatformDevice { get }
  var passcodePrompt: any PasscodePrompt { get }
  var screen: any ScreenCover { get }
  var timer: any WakeTimer { get }
  var auth: PlatformAuth { get }

  /// - Parameter prompts: what the system's prompts of this vault say, at each moment
  func vault(_ prompts: VaultPrompts) -> PlatformVault
  /// - Parameter slots: none: in memory
  func protection(of slots: [SlotProtection]) -> ProtectionReport
  /// Destroys device keys that belong to no vault any more.
  /// - Throws: `temporarilyUnavailable`
  func sweep() async throws
}

/// What one vault has of the platform.
public struct PlatformVault: Sendable {
  public let ports: CorePorts
  /// Ends the prompt of the system that is shown for this vault, if there is one.
  public let dismissPrompt: @Sendable () -> Void

  public init(ports: CorePorts, dismissPrompt: @escaping @Sendable () -> Void) {
    self.ports = ports
    self.dismissPrompt = dismissPrompt
  }
}

/// What the system's prompts of a vault have to know of it.
public final class VaultPrompts: Sendable {
  private let current: Guarded<(texts: PromptTexts, offersDeviceCredential: Bool)>

  public init(_ texts: PromptTexts) {
    current = Guarded((texts: texts, offersDeviceCredential: false))
  }

  public var texts: PromptTexts {
    get { current.with { $0.texts } }
    set { current.with { $0.texts = newValue } }
  }

  /// Whether the prompt for biometrics has the passcode of the device as another way.
  public var offersDeviceCredential: Bool {
    get { current.with { $0.offersDeviceCredential } }
    set { current.with { $0.offersDeviceCredential = newValue } }
  }
}

/// Whether people can be recognised by their biometrics here, in a way that releases a key.
public protocol Biometrics: Sendable {
  /// There is hardware for it.
  var isSupported: Bool { get }
  /// It is set up, and a key can be made.
  var isAvailable: Bool { get }
  /// The device has a passcode, and a key can be made for it.
  var isDeviceCredentialAvailable: Bool { get }
}

/// The device, apart from any vault.
public protocol PlatformDevice: Sendable {
  func facts() -> DeviceFacts
  /// Runs an operation of a throw-away key that needs a person, and removes the key.
  /// - Throws: as a `SlotKem` does; `Rejection` `SecurityNotAvailable`
  func prove(_ texts: PromptTexts) async throws
}

/// Hides the app's content. Both calls may come more than once, and on any thread.
public protocol ScreenCover: Sendable {
  func cover()
  func uncover()
}

/// Calls back once. Late is no harm.
public protocol WakeTimer: Sendable {
  /// - Returns: the cancellation
  func wake(in delay: Milliseconds, _ wake: @escaping @Sendable () -> Void) -> @Sendable () -> Void
}
