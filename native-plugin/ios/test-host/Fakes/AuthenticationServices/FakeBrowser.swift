import Foundation
import UIKit

/// The browser that the system shows above the app, its pages, and who reads them.
@MainActor public final class FakeBrowser {
  public static let current = FakeBrowser()

  /// Hears of each session when it is shown: what it comes back by, its address, and whether it is ephemeral.
  public var onShow: @MainActor @Sendable (String) -> Void = { _ in }
  /// Not kept: a session that nobody holds is gone.
  private weak var shown: ASWebAuthenticationSession?
  /// The system asks whether the app may sign in with its site.
  private weak var asked: ASWebAuthenticationSession?
  private var steps: [String] = []

  /// What happens next: an address that the page goes to, `close`, or `refuse` where the system asks whether the app may
  /// sign in with this site.
  public func browse(_ next: [String]) {
    steps += next
    act()
  }

  func show(_ session: ASWebAuthenticationSession) {
    let isEphemeral = session.prefersEphemeralWebBrowserSession
    let words = [session.fakeCallback.fakeText, session.fakeURL.absoluteString] + (isEphemeral ? ["ephemeral"] : [])
    onShow(words.joined(separator: " "))
    if isEphemeral {
      shown = session
      return later { $0.act() }
    }
    // The system's own question, before the first page.
    FakeScreen.systemPrompt(isShown: true)
    asked = session
    later { browser in
      FakeScreen.systemPrompt(isShown: false)
      (browser.shown, browser.asked) = (browser.asked, nil)
      browser.act()
    }
  }

  func takeAway(_ session: ASWebAuthenticationSession) {
    if shown === session { shown = nil }
    if asked === session { asked = nil }
  }

  private func later(_ task: @escaping @MainActor @Sendable (FakeBrowser) -> Void) {
    DispatchQueue.main.async { MainActor.assumeIsolated { task(self) } }
  }

  private func act() {
    while let session = shown, !steps.isEmpty {
      let step = steps.removeFirst()
      if ["close", "refuse"].contains(step) {
        shown = nil
        session.fakeEnd(nil, ASWebAuthenticationSessionError(.canceledLogin))
      } else if let url = URL(string: step), session.fakeCallback.fakeMatch(url) {
        shown = nil
        session.fakeEnd(url, nil)
      }
      // Another address is a page like any other.
    }
  }
}
