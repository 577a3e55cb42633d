import UIKit

/// What is shown in place of the app while it must not be seen: `screenCover` of the plugin's configuration.
enum CoverStyle: Equatable, Sendable {
  /// The launch screen; where there is none, the system's background.
  case splash
  case blur
  /// Red, green and blue, 0 to 1.
  case color(red: Double, green: Double, blue: Double)

  /// - Parameter configured: `splash`, `blur` or `#rrggbb`; what is none of them counts as `splash`
  init(_ configured: String?) {
    switch configured {
    case "blur": self = .blur
    case let text?:
      let digits = text.dropFirst()
      guard text.first == "#", digits.utf8.count == 6, let rgb = UInt32(digits, radix: 16) else {
        self = .splash
        return
      }
      func part(_ shift: UInt32) -> Double { Double((rgb >> shift) & 255) / 255 }
      self = .color(red: part(16), green: part(8), blue: part(0))
    case nil: self = .splash
    }
  }

  @MainActor func makeController() -> UIViewController {
    switch self {
    case .splash: return launchScreen() ?? CoverStyle.plain(.systemBackground)
    case .blur:
      let controller = CoverStyle.plain(.clear)
      let blur = UIVisualEffectView(effect: UIBlurEffect(style: .systemThickMaterial))
      blur.frame = controller.view.bounds
      blur.autoresizingMask = [.flexibleWidth, .flexibleHeight]
      controller.view.addSubview(blur)
      return controller
    case .color(let red, let green, let blue):
      return CoverStyle.plain(UIColor(red: red, green: green, blue: blue, alpha: 1))
    }
  }

  @MainActor private static func plain(_ color: UIColor) -> UIViewController {
    let controller = UIViewController()
    controller.view.backgroundColor = color
    return controller
  }

  /// A storyboard that is not there would end the app.
  @MainActor private func launchScreen() -> UIViewController? {
    guard let name = Bundle.main.object(forInfoDictionaryKey: "UILaunchStoryboardName") as? String,
      Bundle.main.path(forResource: name, ofType: "storyboardc") != nil
    else { return nil }
    return UIStoryboard(name: name, bundle: nil).instantiateInitialViewController()
  }
}
