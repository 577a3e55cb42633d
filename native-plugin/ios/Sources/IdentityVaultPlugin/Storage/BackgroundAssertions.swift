import UIKit

#if SWIFT_PACKAGE
  import VaultCore
#endif

/// Asks the system for the time to finish what was begun.
///
/// `@unchecked Sendable`: of the application only what may be called from any thread is used.
final class BackgroundAssertions: @unchecked Sendable {
  private let application: UIApplication

  @MainActor init() {
    application = .shared
  }

  func begin() -> BackgroundAssertion {
    let assertion = BackgroundAssertion(application)
    assertion.begin()
    return assertion
  }
}

/// - Note: `@unchecked Sendable` as `BackgroundAssertions`.
final class BackgroundAssertion: @unchecked Sendable {
  private let application: UIApplication
  private let task = Guarded(UIBackgroundTaskIdentifier.invalid)

  init(_ application: UIApplication) {
    self.application = application
  }

  func begin() {
    let begun = application.beginBackgroundTask(withName: "identity-vault") { [weak self] in self?.end() }
    task.with { $0 = begun }
  }

  /// Once, whoever comes first: the work, or the system's patience.
  func end() {
    let begun = task.with { task in
      defer { task = .invalid }
      return task
    }
    if begun != .invalid { application.endBackgroundTask(begun) }
  }
}
