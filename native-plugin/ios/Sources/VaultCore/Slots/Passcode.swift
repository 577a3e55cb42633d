import Foundation

/// The bytes a passcode stands for, the same whichever keyboard or platform it was typed on. FORMAT.md §7.
///
/// - Throws: `INVALID_PASSCODE`
func normalisePasscode(_ typed: TypedPasscode) throws(CoreError) -> SecretBytes {
  let normalised = try typed.normalised()
  let length = normalised.codePointCount
  guard (Limit.passcodeMin...Limit.passcodeMax).contains(length) else {
    throw invalid("not 4 to 128 characters long")
  }
  return normalised
}

/// `normalisePasscode` for a passcode that is being set.
///
/// - Parameter minLength: the platform's own minimum, in code points after normalisation
/// - Throws: `INVALID_PASSCODE`
public func normaliseNewPasscode(_ typed: TypedPasscode, minLength: Int) throws(CoreError) -> SecretBytes {
  let passcode = try normalisePasscode(typed)
  guard !typed.hasUnassigned else { throw invalid("an unassigned code point") }
  guard passcode.codePointCount >= minLength else { throw invalid("too short here") }
  return passcode
}

extension TypedPasscode {
  /// Only what is not ASCII has to become a `String`, which nobody can overwrite: ASCII stands for itself.
  fileprivate func normalised() throws(CoreError) -> SecretBytes {
    if let ascii = withUTF16(asciiBytes) { return ascii }
    guard let scalars = withUTF16(wellFormed) else { throw invalid("a lone surrogate") }
    let withDigits = String(String.UnicodeScalarView(scalars.map(asciiDigit)))
    return SecretBytes(copying: withDigits.precomposedStringWithCompatibilityMapping.utf8)
  }

  fileprivate var hasUnassigned: Bool {
    // One after the other: nothing would zero a list of them.
    withUTF16 { units in
      var isFound = false
      _ = transcode(
        units.makeIterator(), from: UTF16.self, to: UTF32.self, stoppingOnError: true,
        into: { isFound = isFound || Unicode.Scalar($0)?.properties.generalCategory == .unassigned })
      return isFound
    }
  }
}

extension SecretBytes {
  /// Of UTF-8: every code point has one byte that continues no other.
  fileprivate var codePointCount: Int {
    withUnsafeBytes { bytes in bytes.count { $0 & 0xC0 != 0x80 } }
  }
}

private func asciiBytes(_ units: UnsafeBufferPointer<UInt16>) -> SecretBytes? {
  guard units.allSatisfy({ $0 < 128 }) else { return nil }
  return SecretBytes(count: units.count) { bytes in
    for (index, unit) in units.enumerated() { bytes[index] = UInt8(unit) }
  }
}

/// `nil`: there is half of a character.
private func wellFormed(_ units: UnsafeBufferPointer<UInt16>) -> [Unicode.Scalar]? {
  var scalars: [Unicode.Scalar] = []
  let isBroken = transcode(
    units.makeIterator(), from: UTF16.self, to: UTF32.self, stoppingOnError: true,
    into: { Unicode.Scalar($0).map { scalars.append($0) } })
  return isBroken ? nil : scalars
}

private func asciiDigit(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  guard scalar.properties.generalCategory == .decimalNumber, let value = scalar.properties.numericValue else {
    return scalar
  }
  return Unicode.Scalar(UInt8(ascii: "0") + UInt8(value))
}

private func invalid(_ reason: String) -> CoreError {
  CoreError(.invalidPasscode, reason)
}
