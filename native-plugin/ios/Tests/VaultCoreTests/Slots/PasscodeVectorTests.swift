import Testing

@testable import VaultCore

/// Every case of `passcodes.json`.
struct PasscodeVectorTests {
  @Test(arguments: try VectorCase.all(of: "passcodes.json"))
  func passcode(_ each: VectorCase) async throws {
    try await each.check { fields in
      let typed = TypedPasscode(utf16: try fields.units("utf16"))
      let isSetting: Bool = try fields.take("setting")
      let normalise = { isSetting ? try normaliseNewPasscode(typed, minLength: 4) : try normalisePasscode(typed) }
      let expected = try fields.object("expect")
      if let error: String = try expected.takeIfAny("error") {
        try requireEqual(await refusal(normalise), error)
      } else {
        try requireEqual(normalise().copy, expected.bytes("utf8"))
      }
      try expected.assertAllTaken()
    }
  }
}
