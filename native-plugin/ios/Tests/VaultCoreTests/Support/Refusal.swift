@testable import VaultCore

/// The code that a task is refused with; `nil`: it is not. Anything that is no refusal is passed on.
func refusal<Result>(_ task: () async throws -> Result) async throws -> String? {
  do {
    _ = try await task()
    return nil
  } catch let error as CoreError {
    return error.code.rawValue
  }
}
