import OpenSSLCryptography

@testable import VaultCore

extension CorePorts {
  /// Of a process that lives for ever, with real cryptography.
  init(of device: Device) {
    let life = Life()
    let ring = DeviceRing(device: device, life: life)
    self.init(
      random: DeviceRandom(device: device), aead: OpenSSLAead(), kdf: OpenSSLKdf(), deviceFunction: ring,
      anchorMac: ring, kems: SlotKems(), blobs: DeviceBlobs(device: device, life: life),
      anchors: DeviceAnchors(device: device, life: life), mutex: device.mutex, clock: DeviceClock(device: device))
  }
}
