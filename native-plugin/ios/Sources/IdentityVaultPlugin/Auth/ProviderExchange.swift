import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

#if SWIFT_PACKAGE
  import VaultBridge
  import VaultCore
#endif

/// One call to a provider, in a session of its own: no later one finds anything of it.
final class ProviderExchange: NSObject, URLSessionDataDelegate {
  private struct State {
    var waiter: CheckedContinuation<ProviderAnswer?, Never>?
    var status: Int?
    var headers: [String: String] = [:]
    var body = Data()
    /// An exchange that is cancelled may end well all the same, where all of it had come.
    var isTooLong = false
  }

  private let state = Guarded(State())

  /// - Returns: `nil`: there is no answer
  func answer(to call: ProviderCall, _ timer: any WakeTimer) async -> ProviderAnswer? {
    let session = URLSession(configuration: Self.configuration(call), delegate: self, delegateQueue: nil)
    let task = session.dataTask(with: Self.request(call))
    // What the system counts starts anew with each piece that arrives.
    let stopTimer = timer.wake(in: call.timeout) { task.cancel() }
    defer {
      stopTimer()
      session.invalidateAndCancel()
    }
    return await withCheckedContinuation { waiter in
      state.with { $0.waiter = waiter }
      task.resume()
    }
  }

  private static func configuration(_ call: ProviderCall) -> URLSessionConfiguration {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpCookieStorage = nil
    configuration.httpCookieAcceptPolicy = .never
    configuration.httpShouldSetCookies = false
    configuration.urlCredentialStorage = nil
    configuration.urlCache = nil
    configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
    configuration.timeoutIntervalForRequest = TimeInterval(call.timeout) / 1000
    configuration.timeoutIntervalForResource = TimeInterval(call.timeout) / 1000
    return configuration
  }

  private static func request(_ call: ProviderCall) -> URLRequest {
    var request = URLRequest(url: call.address.url)
    request.httpMethod = call.method.rawValue
    request.httpShouldHandleCookies = false
    request.timeoutInterval = TimeInterval(call.timeout) / 1000
    for header in call.headers { request.setValue(header.value, forHTTPHeaderField: header.name) }
    request.httpBody = call.body.map { Data($0.utf8) }
    return request
  }
}

extension ProviderExchange {
  /// Not followed: it would take what is sent to an address that nobody allowed.
  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }

  /// The system judges the provider's certificate. Of the app's or the person's own it gets none: what it asks for so is its
  /// answer.
  func urlSession(
    _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
    completionHandler: @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
  ) {
    completionHandler(challenge.isOfTrust ? .performDefaultHandling : .rejectProtectionSpace, nil)
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    // Once more, should a redirect have been followed all the same.
    guard let response = response as? HTTPURLResponse, response.url == dataTask.originalRequest?.url,
      response.expectedContentLength <= ProviderCall.mostBytes
    else { return completionHandler(.cancel) }
    let headers = response.allHeaderFields.compactMap { name, value in
      (name as? String).flatMap { name in (value as? String).map { (name, $0) } }
    }
    state.with { state in
      state.status = response.statusCode
      state.headers = Dictionary(headers) { first, _ in first }
    }
    completionHandler(.allow)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let isTooLong = state.with { state in
      state.isTooLong = state.isTooLong || state.body.count + data.count > ProviderCall.mostBytes
      if !state.isTooLong { state.body.append(data) }
      return state.isTooLong
    }
    if isTooLong { dataTask.cancel() }
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    let (waiter, answer): (CheckedContinuation<ProviderAnswer?, Never>?, ProviderAnswer?) = state.with { state in
      defer { state.waiter = nil }
      guard error == nil, !state.isTooLong, let status = state.status else { return (state.waiter, nil) }
      return (state.waiter, ProviderAnswer(status: status, headers: state.headers, body: state.body))
    }
    waiter?.resume(returning: answer)
  }
}

extension URLAuthenticationChallenge {
  /// Whether it is about the certificate of the server.
  fileprivate var isOfTrust: Bool {
    #if canImport(FoundationNetworking)
      // There nobody is asked about it.
      return false
    #else
      return protectionSpace.authenticationMethod == NSURLAuthenticationMethodServerTrust
    #endif
  }
}
