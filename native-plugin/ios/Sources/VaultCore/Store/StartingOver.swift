/// More often than that, two processes are not kept apart at all.
private let tries = 3

/// Someone else wrote meanwhile: nothing was written, so what is stored is looked at again. FORMAT.md §9 and §11.1.
///
/// - Throws: `CONFLICT` when that happened too often
func startingOver<Result>(_ task: () throws -> Result) throws -> Result {
  for _ in 1..<tries {
    do {
      return try task()
    } catch {
      if CoreErrorCode(of: error) != .conflict { throw error }
    }
  }
  return try task()
}
