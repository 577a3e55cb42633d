// The names of FORMAT.md §17.

/// Of the device keys of a slot.
struct DeviceKeyNames {
  /// The device function's.
  let prf: String
  let kem: String
}

func deviceKeyNames(_ vaultId: Bytes, _ slotId: Bytes) -> DeviceKeyNames {
  let slot = "idv1.\(vaultId.hex).\(slotId.hex)"
  return DeviceKeyNames(prf: "\(slot).prf", kem: "\(slot).kem")
}

/// Where a vault is stored, for who looks there often: its scope, and what its records and its anchor's key are called.
struct VaultPlace: Sendable {
  let scope: Bytes
  /// What its records are called.
  let name: String
  let anchorKey: String

  init(_ scope: Bytes) {
    self.scope = scope
    name = scope.hex
    anchorKey = anchorKeyName(scope)
  }
}

func anchorKeyName(_ scope: Bytes) -> String {
  "idv1." + scope.hex + ".anchor"
}

/// The lock around each operation on one vault.
/// - Parameter name: its scope in hexadecimal
func vaultLockName(_ name: String) -> String {
  "idv1.\(name)"
}

/// The lock that a creation holds, too: until its anchor is stored, nobody can tell whose its keys are.
let allVaults = "idv1"
