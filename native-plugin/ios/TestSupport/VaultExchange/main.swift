// vault-exchange seal|open FILE: puts a vault of what the file asks for in its place, or what it found in that vault.
// For tests only.
import Foundation
import OpenSSLCryptography
import VaultCore

let file = URL(fileURLWithPath: CommandLine.arguments[2])
let asked = try JSONDecoder().decode(Asked.self, from: Data(contentsOf: file))
switch CommandLine.arguments[1] {
case "seal": try await JSONEncoder().encode(seal(asked)).write(to: file)
default: try await JSONEncoder().encode(open(asked)).write(to: file)
}

private func seal(_ asked: Asked) async throws -> Asked {
  let device = ExchangeDevice()
  let passcode = try normaliseNewPasscode(TypedPasscode(utf16: Array(asked.passcode.utf16)), minLength: 4)
  let policy = VaultPolicy(
    mode: .passcodeOnly, enrolment: .requireOther, maxAttempts: 5, wipeAtMax: true, passcodeSetupNeeded: false)
  let entries = try asked.values.map { (try PayloadKey($0[0]), Bytes($0[1].utf8)) }
  try await vault(on: device, asked).create(
    NewVault(
      policy: policy, slots: [.appPasscode(passcode, iterations: Limit.iterationsMin)],
      values: Dictionary(uniqueKeysWithValues: entries)))
  var sealed = asked
  sealed.envelope = device.envelope?.hex
  sealed.anchor = device.anchor?.hex
  sealed.keys = device.keys.mapValues(\.hex)
  return sealed
}

private func open(_ sealed: Asked) async throws -> Found {
  let device = ExchangeDevice()
  device.envelope = sealed.envelope.map(bytes)
  device.anchor = sealed.anchor.map(bytes)
  device.keys = (sealed.keys ?? [:]).mapValues(bytes)
  let vault = vault(on: device, sealed)
  try await vault.unlock(with: .appPasscode, passcode: TypedPasscode(utf16: Array(sealed.passcode.utf16)))
  let values = try await vault.values().sorted { $0.key < $1.key }
  let texts = values.map { [$0.key.text, String(decoding: $0.value, as: UTF8.self)] }
  return Found(values: texts, anchor: (device.anchor ?? []).hex)
}

private func vault(on device: ExchangeDevice, _ asked: Asked) -> CoreVault {
  let settings = CoreSettings(scope: bytes(asked.scope), lock: LockSettings(lockAfter: nil, hideScreen: false))
  return CoreVault(device.ports, host: SilentHost(), settings: settings)
}

private func bytes(_ hex: String) -> Bytes {
  let digits = hex.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
  return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}
