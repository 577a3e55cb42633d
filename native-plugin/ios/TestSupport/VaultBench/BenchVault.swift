import VaultCore

/// A vault on a device of its own, unlocked.
struct BenchVault: Sendable {
  static let iterations = 600_000
  private static let scope = Bytes(repeating: 7, count: 32)
  private static let passcode = TypedPasscode(utf16: Array("1234".utf16))

  let device: BenchDevice
  let core: CoreVault
  private let text: Bytes

  /// - Parameter size: of its one value
  init(_ files: BenchFiles, size: Int) async throws {
    device = BenchDevice(files)
    text = [0x22] + Bytes(repeating: 0x61, count: size - 2) + [0x22]
    core = Self.startProcess(on: device)
    let policy = VaultPolicy(
      mode: .passcodeOnly, enrolment: .requireOther, maxAttempts: 5, wipeAtMax: true, passcodeSetupNeeded: false)
    let slot = SlotRequest.appPasscode(
      try normaliseNewPasscode(Self.passcode, minLength: 4), iterations: Self.iterations)
    try await core.create(
      NewVault(policy: policy, slots: [slot], values: [try PayloadKey("session"): text]))
  }

  func read() async throws {
    _ = try await core.values()
  }

  func write() async throws {
    try await core.write([try PayloadKey("session"): text])
  }

  func unlock() async throws {
    try await core.unlock(with: .appPasscode, passcode: Self.passcode)
  }

  private static func startProcess(on device: BenchDevice) -> CoreVault {
    let settings = CoreSettings(scope: scope, lock: LockSettings(lockAfter: nil, hideScreen: false))
    return CoreVault(device.ports, host: device, settings: settings)
  }
}
