export interface Environment {
  // Nothing yet.
}
