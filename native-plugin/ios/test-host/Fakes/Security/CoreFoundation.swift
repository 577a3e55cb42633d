@_exported import Foundation

// Core Foundation's names, which bridge to these on Apple's platforms.
public typealias CFTypeRef = Any
public typealias CFString = String
public typealias CFData = Data
public typealias CFDictionary = [String: Any]
public typealias CFArray = [Any]
public typealias CFNumber = NSNumber
public typealias CFBoolean = NSNumber
public typealias CFError = NSError
public typealias CFIndex = Int
public typealias OSStatus = Int32
public struct CFAllocator: Sendable {}

public let kCFAllocatorDefault: CFAllocator? = nil
public let kCFBooleanTrue: CFBoolean? = true
public let kCFBooleanFalse: CFBoolean? = false

public func CFDataGetLength(_ data: CFData) -> CFIndex { data.count }

/// `nil`: so few bytes that a `Data` holds them itself, so that they have no place of their own.
public func CFDataGetBytePtr(_ data: CFData) -> UnsafePointer<UInt8>? {
  let held = MemoryLayout<Data>.size
  return data.count < held ? nil : data.withUnsafeBytes { $0.baseAddress?.assumingMemoryBound(to: UInt8.self) }
}

/// Sets what a function gives out besides its result.
func give(_ error: UnsafeMutablePointer<Unmanaged<CFError>?>?, _ failure: NSError) {
  error?.pointee = Unmanaged.passRetained(failure)
}

func osStatus(_ status: OSStatus) -> NSError {
  NSError(domain: NSOSStatusErrorDomain, code: Int(status))
}
