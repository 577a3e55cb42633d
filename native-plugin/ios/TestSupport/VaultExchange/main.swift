// vault-exchange REQUEST: seals a vault for another implementation, or opens one that another sealed. For tests only.
import Foundation
import OpenSSLCryptography
import VaultCore

let request = try JSONDecoder().decode(Request.self, from: Data((CommandLine.arguments.last ?? "").utf8))
let encoder = JSONEncoder()
encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
print(String(decoding: try encoder.encode(try await answer(request)), as: UTF8.self))

private func answer(_ request: Request) async throws -> Answer {
  do {
    switch request.op {
    case .seal: return try await seal(request)
    case .open: return try await open(request)
    }
  } catch let error as CoreError {
    return Answer(error: error.code.rawValue)
  }
}

private func seal(_ request: Request) async throws -> Answer {
  let device = ExchangeDevice()
  let passcode = try normaliseNewPasscode(TypedPasscode(utf16: Array(request.passcode.utf16)), minLength: 4)
  let policy = VaultPolicy(
    mode: .passcodeOnly, enrolment: .requireOther, maxAttempts: 5, wipeAtMax: true, passcodeSetupNeeded: false)
  let entries = try (request.values ?? []).map { (try PayloadKey($0[0]), Bytes($0[1].utf8)) }
  try await vault(on: device, request).create(
    NewVault(
      policy: policy, slots: [.appPasscode(passcode, iterations: Limit.iterationsMin)],
      values: Dictionary(uniqueKeysWithValues: entries)))
  let keys = device.keys.mapValues(\.hex)
  return Answer(sealed: Sealed(envelope: (device.envelope ?? []).hex, anchor: (device.anchor ?? []).hex, keys: keys))
}

private func open(_ request: Request) async throws -> Answer {
  let device = ExchangeDevice()
  device.envelope = request.sealed.map { bytes($0.envelope) }
  device.anchor = request.sealed.map { bytes($0.anchor) }
  device.keys = (request.sealed?.keys ?? [:]).mapValues(bytes)
  let vault = vault(on: device, request)
  try await vault.unlock(with: .appPasscode, passcode: TypedPasscode(utf16: Array(request.passcode.utf16)))
  let values = try await vault.values().sorted { $0.key < $1.key }
  return Answer(values: values.map { [$0.key.text, String(decoding: $0.value, as: UTF8.self)] })
}

private func vault(on device: ExchangeDevice, _ request: Request) -> CoreVault {
  let settings = CoreSettings(scope: bytes(request.scope), lock: LockSettings(lockAfter: nil, hideScreen: false))
  return CoreVault(device.ports, host: SilentHost(), settings: settings)
}

private func bytes(_ hex: String) -> Bytes {
  let digits = hex.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
  return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}
