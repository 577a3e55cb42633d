/// Keys of this device, by name. FORMAT.md §17 has the names.
public protocol DeviceKeys: Sendable {
  func create(_ name: String) throws
  /// `false` only when it is definitely not there.
  /// - Throws: `temporarilyUnavailable`
  func exists(_ name: String) throws -> Bool
  /// Succeeds when there is none.
  func destroy(_ name: String) throws
}

/// F of FORMAT.md §6.2. One evaluation is one operation on this device.
public protocol DeviceFunction: DeviceKeys {
  /// Of the keys that are made from now on.
  var prf: Prf { get }

  /// - Parameter prf: what the slot asks for, which may be older than what is made now
  /// - Throws: `keyMissing`, `deviceFunctionFailed` (the key can't do this one, too), `temporarilyUnavailable`
  func evaluate(_ name: String, _ input: SecretBytes, as prf: Prf) throws -> SecretBytes
}

/// HMAC-SHA-256 with a key of this device: authenticates the anchor.
public protocol AnchorMac: DeviceKeys {
  /// - Throws: `keyMissing`: only when it is definitely not there; `temporarilyUnavailable`
  func mac(_ name: String, _ data: Bytes) throws -> Bytes
}
