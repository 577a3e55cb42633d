#if SWIFT_PACKAGE
  import VaultBridge
  import VaultCore
#endif

/// The device, apart from any vault.
struct IOSDevice: PlatformDevice {
  let biometry: Biometry
  let person: ProvePerson

  func facts() -> DeviceFacts {
    let hardware = biometry.hardware
    return DeviceFacts(
      hardware: hardware.map { [$0] } ?? [], strength: biometry.isSupported ? .strong : .weak,
      hasSecureHardware: biometry.hasEnclave, permission: biometry.permission, isLockedOut: biometry.isLockedOut,
      isSystemPasscodeSet: biometry.isPasscodeSet)
  }

  func prove(_ texts: PromptTexts) async throws {
    try await person.prove(texts)
  }
}
