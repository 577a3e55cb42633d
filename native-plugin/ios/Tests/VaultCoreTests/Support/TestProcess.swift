import OpenSSLCryptography

@testable import VaultCore

let testScope = Bytes(repeating: 5, count: 32)
let testName = testScope.hex

/// A process on a device.
struct TestProcess {
  struct Options {
    var lockAfter: Milliseconds? = 5000
    var hideScreen = false
    var idleTimeout: Milliseconds = 0
    var isJoint = false
    /// What is entered in prompts.
    var passcodes: [String] = []
    /// Of its steps that leave something behind, how many it lives for.
    var steps: Int?
    var adjust: (inout CorePorts) -> Void = { _ in }
  }

  let core: CoreVault
  let ports: CorePorts
  let host: TestHost
  let authenticator: ScriptedAuthenticator
  let life: Life

  init(_ device: Device, _ options: Options = Options()) {
    life = Life(steps: options.steps)
    let ring = DeviceRing(device: device, life: life)
    var ports = CorePorts(
      random: DeviceRandom(device: device), aead: OpenSSLAead(), kdf: QuickKdf(), deviceFunction: ring, anchorMac: ring,
      kems: SlotKems(
        biometric: DeviceKem(device: device, life: life, kem: .rsaOaepSha256),
        deviceCredential: DeviceKem(device: device, life: life, kem: .eciesP256)),
      blobs: DeviceBlobs(device: device, life: life), anchors: DeviceAnchors(device: device, life: life),
      joint: options.isJoint ? DeviceTransactions(device: device, life: life) : nil, mutex: device.mutex,
      clock: DeviceClock(device: device))
    options.adjust(&ports)
    self.ports = ports
    authenticator = ScriptedAuthenticator(options.passcodes)
    host = TestHost(authenticator)
    let lock = LockSettings(
      lockAfter: options.lockAfter, hideScreen: options.hideScreen, idleTimeout: options.idleTimeout)
    core = CoreVault(ports, host: host, settings: CoreSettings(scope: testScope, lock: lock))
  }

  init(_ device: Device, adjust: @escaping (inout CorePorts) -> Void) {
    self.init(device, Options(adjust: adjust))
  }

  var events: [String] { host.events }
}
