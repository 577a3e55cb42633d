/// Where a slot is: what its device keys are named by.
struct SlotPlace: Sendable {
  let vaultId: Bytes
  let head: SlotHead

  var keys: DeviceKeyNames { deviceKeyNames(vaultId, head.slotId) }
}

/// Opens a slot by its KEM key. Where that is definitely not there while the other key of the slot is, the system destroyed
/// it: both are made and destroyed together, and iOS has no other way to say so. FORMAT.md §11.4.
///
/// - Throws: `KEY_INVALIDATED`; else what the task throws
func judgingKey<Result: Sendable>(
  _ ports: CorePorts, _ place: SlotPlace, _ task: @Sendable () async throws -> Result
) async throws -> Result {
  do {
    return try await task()
  } catch {
    guard CoreErrorCode(of: error) == .keyMissing, try ports.deviceFunction.exists(place.keys.prf) else { throw error }
    throw CoreError(.keyInvalidated, "the system destroyed the key of this slot", cause: error)
  }
}
