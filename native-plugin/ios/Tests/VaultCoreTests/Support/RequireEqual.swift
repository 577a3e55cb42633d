import Testing

/// `#require` of two values that are computed by what may throw.
func requireEqual<Value: Equatable>(
  _ found: Value, _ expected: Value, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try #require(found == expected, sourceLocation: sourceLocation)
}
