@_exported import UIKit

@MainActor open class WKWebView: UIView {}
