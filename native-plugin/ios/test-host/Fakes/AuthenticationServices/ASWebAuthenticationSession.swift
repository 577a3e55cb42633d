import Foundation
import UIKit

public typealias ASPresentationAnchor = UIWindow

@MainActor public protocol ASWebAuthenticationPresentationContextProviding: NSObjectProtocol {
  func presentationAnchor(for session: ASWebAuthenticationSession) -> ASPresentationAnchor
}

/// As strict as the system: it belongs to whoever started it, and needs a window that can be seen.
open class ASWebAuthenticationSession: NSObject {
  public typealias CompletionHandler = (URL?, (any Error)?) -> Void

  /// What a page goes to, to come back to the app.
  public final class Callback: NSObject, Sendable {
    let fakeText: String
    let fakeMatch: @Sendable (URL) -> Bool

    private init(fakeText: String, _ match: @escaping @Sendable (URL) -> Bool) {
      (self.fakeText, fakeMatch) = (fakeText, match)
    }

    public static func customScheme(_ customScheme: String) -> Callback {
      precondition(!["http", "https"].contains(customScheme.lowercased()), "no scheme of an app")
      return Callback(fakeText: customScheme) { $0.scheme?.lowercased() == customScheme.lowercased() }
    }

    public static func https(host: String, path: String) -> Callback {
      Callback(fakeText: "https://\(host)\(path)") { $0.scheme == "https" && $0.host == host && $0.path == path }
    }
  }

  public weak var presentationContextProvider: (any ASWebAuthenticationPresentationContextProviding)?
  public var prefersEphemeralWebBrowserSession = false

  let fakeURL: URL
  let fakeCallback: Callback
  private var completionHandler: CompletionHandler?
  private var isStarted = false

  public init(url: URL, callback: Callback, completionHandler: @escaping CompletionHandler) {
    let isOfWeb = ["http", "https"].contains(url.scheme?.lowercased())
    precondition(isOfWeb, "the system ends an app that opens anything else")
    fakeURL = url
    fakeCallback = callback
    self.completionHandler = completionHandler
  }

  public convenience init(url: URL, callbackURLScheme: String?, completionHandler: @escaping CompletionHandler) {
    guard let callbackURLScheme else { preconditionFailure("the plugin always has one") }
    self.init(url: url, callback: .customScheme(callbackURLScheme), completionHandler: completionHandler)
  }

  @discardableResult public func start() -> Bool {
    precondition(Thread.isMainThread, "only on the main thread")
    if isStarted { return false }
    isStarted = true
    nonisolated(unsafe) let session = self
    let failure: ASWebAuthenticationSessionError.Code? = MainActor.assumeIsolated {
      guard let provider = session.presentationContextProvider else { return .presentationContextNotProvided }
      let anchor = provider.presentationAnchor(for: session)
      let state = anchor.windowScene?.activationState
      guard !anchor.isHidden, state == .foregroundActive || state == .foregroundInactive else {
        return .presentationContextInvalid
      }
      FakeBrowser.current.show(session)
      return nil
    }
    if let failure { fakeEnd(nil, ASWebAuthenticationSessionError(failure)) }
    return failure == nil
  }

  /// It is taken from the screen, and tells nobody.
  public func cancel() {
    completionHandler = nil
    nonisolated(unsafe) let session = self
    MainActor.assumeIsolated { FakeBrowser.current.takeAway(session) }
  }

  /// Once, on a thread of the system's choice.
  func fakeEnd(_ url: URL?, _ error: (any Error)?) {
    guard let completionHandler else { return }
    self.completionHandler = nil
    nonisolated(unsafe) let tell = completionHandler
    DispatchQueue.global().async { tell(url, error) }
  }
}

public let ASWebAuthenticationSessionErrorDomain = "com.apple.AuthenticationServices.WebAuthenticationSession"

public struct ASWebAuthenticationSessionError: Error, CustomNSError, Equatable, Sendable {
  public enum Code: Int, Sendable {
    case canceledLogin = 1
    case presentationContextNotProvided = 2
    case presentationContextInvalid = 3
  }

  public let code: Code
  public init(_ code: Code) { self.code = code }

  public static var errorDomain: String { ASWebAuthenticationSessionErrorDomain }
  public var errorCode: Int { code.rawValue }
}
