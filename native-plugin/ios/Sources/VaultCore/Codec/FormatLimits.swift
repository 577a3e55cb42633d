/// Limits of FORMAT.md §2. Lengths in bytes unless said otherwise.
public enum Limit {
  public static let envelope = 16 * 1024 * 1024
  public static let slots = 4
  public static let iterationsMin = 100_000
  public static let iterationsMax = 2_000_000
  /// What writers use.
  public static let iterations = 600_000
  public static let saltMin = 16
  public static let saltMax = 64
  /// What writers use.
  public static let salt = 32
  /// Code points after normalisation.
  public static let passcodeMin = 4
  public static let passcodeMax = 128
  public static let payloadKey = 1024
  public static let generation = 0xffff_ffff
  public static let keySlots = 8
  public static let deadSlots = 4
  public static let attempts = 255
  /// What `delayStart` may be at most: JavaScript counts no further.
  public static let delayStart: Milliseconds = 9_007_199_254_740_991
  /// How long a lease keeps the data key after a lock.
  public static let lease: Milliseconds = 10_000
}
