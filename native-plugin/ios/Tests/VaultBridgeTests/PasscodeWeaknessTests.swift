import Foundation
import Testing
import VaultCore

@testable import VaultBridge

/// The same cases as in TypeScript and Java.
struct PasscodeWeaknessTests {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let passcode: String
    let weakness: String?
    var testDescription: String { passcode }
  }

  private struct File: Decodable {
    let cases: [Case]
  }

  static let cases: [Case] = {
    let plugin = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
    let file = plugin.appendingPathComponent("scenarios/prompt/weak-passcodes.json")
    do {
      return try JSONDecoder().decode(File.self, from: Data(contentsOf: file)).cases
    } catch {
      preconditionFailure("no cases: \(error)")
    }
  }()

  @Test(arguments: cases) func says(_ each: Case) {
    let weakness = PasscodeWeakness.of(TypedPasscode(utf16: Array(each.passcode.utf16)))
    #expect(weakness?.rawValue == each.weakness)
  }
}
