import Foundation

#if SWIFT_PACKAGE
  import VaultCore
#endif

/// Why a passcode is among the first that are guessed: repetitive, sequential, commonly used. It is advice at the built-in
/// prompt, and no part of the format. TypeScript and Java say the same: `scenarios/prompt/weak-passcodes.json`.
public enum PasscodeWeakness: String, Sendable {
  case repetition, sequence, common

  /// - Returns: `nil`: not obviously weak
  public static func of(_ typed: TypedPasscode) -> PasscodeWeakness? {
    var text = lowerCase(typed)
    defer { text.withUnsafeMutableBufferPointer { $0.update(repeating: 0) } }
    if isRepetition(text) { return .repetition }
    if isSequence(text) { return .sequence }
    return isCommon(text) ? .common : nil
  }

  /// Code points, each by itself: as a text, a language may look at what stands around one.
  private static func lowerCase(_ typed: TypedPasscode) -> [UInt32] {
    typed.withUTF16 { units in
      // Nothing of these is copied into a text, which could not be zeroed.
      if units.allSatisfy({ $0 < 128 }) { return units.map { UInt32(65...90 ~= $0 ? $0 + 32 : $0) } }
      let text = String(decoding: units, as: UTF16.self).precomposedStringWithCompatibilityMapping
      return text.unicodeScalars.flatMap { $0.properties.lowercaseMapping.unicodeScalars.map(\.value) }
    }
  }

  /// A block of up to half of it, again and again: `11111111`, `12341234`, `abababa`.
  private static func isRepetition(_ text: [UInt32]) -> Bool {
    guard text.count > 1 else { return false }
    return (1...text.count / 2).contains { size in text.indices.allSatisfy { text[$0] == text[$0 % size] } }
  }

  /// Each character follows the last: up, down, or along a row of keys.
  private static func isSequence(_ text: [UInt32]) -> Bool {
    // On keyboards, 0 comes after 9.
    let keys = text.map { $0 == 0x30 ? 0x3a : $0 }
    let isRun = [text, keys].contains { line in isUp(line) || isUp(line.reversed()) }
    return isRun || isAlongRow(text)
  }

  private static func isUp(_ line: [UInt32]) -> Bool {
    line.indices.dropFirst().allSatisfy { line[$0] == line[$0 - 1] + 1 }
  }

  private static func isAlongRow(_ text: [UInt32]) -> Bool {
    rows.contains { row in
      let there = row + row
      return isIn(there, text) || isIn(there.reversed(), text)
    }
  }

  private static func isIn(_ line: [UInt32], _ text: [UInt32]) -> Bool {
    guard line.count >= text.count else { return false }
    return (0...line.count - text.count).contains { start in
      text.indices.allSatisfy { line[start + $0] == text[$0] }
    }
  }

  /// The word behind `P@ssw0rd123!`.
  private static func isCommon(_ text: [UInt32]) -> Bool {
    let length = (text.lastIndex { !endings.contains($0) } ?? -1) + 1
    let word = text.prefix(length).map { signs[$0] ?? $0 }
    return commonWords.contains(word)
  }

  private static func points(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  /// Along these people run with a finger.
  private static let rows = [
    "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "azertyuiop", "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
  ].map(points)

  private static let endings = Set(points("0123456789!?.@#$*_-"))

  private static let signs = Dictionary(uniqueKeysWithValues: zip(points("@$013"), points("asoie")))

  /// Of public lists of leaked passwords, those of eight or more characters that no other rule finds, without digits at
  /// the end.
  private static let commonWords = Set(
    """
    password passcode iloveyou princess sunshine football baseball superman michelle jennifer computer corvette whatever \
    starwars trustno welcome letmein changeme internet liverpool chocolate basketball administrator dragonball qwerty abc \
    test admin monkey dragon master shadow charlie hello freedom jesus ninja samsung google pokemon
    """.split(separator: " ").map { points(String($0)) })
}
