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

/// Sets what a function gives out besides its result.
func give(_ error: UnsafeMutablePointer<Unmanaged<CFError>?>?, _ failure: NSError) {
  error?.pointee = Unmanaged.passRetained(failure)
}

func osStatus(_ status: OSStatus) -> NSError {
  NSError(domain: NSOSStatusErrorDomain, code: Int(status))
}
