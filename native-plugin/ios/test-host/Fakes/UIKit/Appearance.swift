import Foundation

public final class UIColor: NSObject, Sendable {
  public let fakeName: String
  init(name: String) { fakeName = name }
  public init(red: CGFloat, green: CGFloat, blue: CGFloat, alpha: CGFloat) {
    fakeName = "\(red) \(green) \(blue) \(alpha)"
  }
  public static let systemBackground = UIColor(name: "systemBackground")
  public static let secondarySystemBackground = UIColor(name: "secondarySystemBackground")
  public static let label = UIColor(name: "label")
  public static let secondaryLabel = UIColor(name: "secondaryLabel")
  public static let separator = UIColor(name: "separator")
  public static let systemRed = UIColor(name: "systemRed")
  public static let black = UIColor(name: "black")
  public static let white = UIColor(name: "white")
  public static let clear = UIColor(name: "clear")
  public func withAlphaComponent(_ alpha: CGFloat) -> UIColor { UIColor(name: "\(fakeName) \(alpha)") }
}

public final class UIFont: NSObject, Sendable {
  public struct TextStyle: Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let largeTitle = Self(rawValue: "UICTFontTextStyleTitle0")
    public static let title1 = Self(rawValue: "UICTFontTextStyleTitle1")
    public static let title2 = Self(rawValue: "UICTFontTextStyleTitle2")
    public static let title3 = Self(rawValue: "UICTFontTextStyleTitle3")
    public static let headline = Self(rawValue: "UICTFontTextStyleHeadline")
    public static let subheadline = Self(rawValue: "UICTFontTextStyleSubhead")
    public static let body = Self(rawValue: "UICTFontTextStyleBody")
    public static let footnote = Self(rawValue: "UICTFontTextStyleFootnote")
  }
  public let fakeStyle: TextStyle?
  init(style: TextStyle?) { fakeStyle = style }
  public static func preferredFont(forTextStyle style: TextStyle) -> UIFont { UIFont(style: style) }
}

public final class UIImage: NSObject, Sendable {
  public let fakeName: String
  public init?(named name: String) { fakeName = name }
  public init?(systemName name: String) { fakeName = name }
}

public enum UIUserInterfaceStyle: Int, Sendable { case unspecified, light, dark }
public enum NSTextAlignment: Int, Sendable { case left, center, right, justified, natural }

@MainActor public class UIVisualEffect: NSObject {}
@MainActor public final class UIBlurEffect: UIVisualEffect {
  public enum Style: Int, Sendable {
    case extraLight, light, dark, regular = 4, prominent, systemUltraThinMaterial, systemThinMaterial, systemMaterial
    case systemThickMaterial, systemChromeMaterial
  }
  public let fakeStyle: Style
  public init(style: Style) { fakeStyle = style }
}
