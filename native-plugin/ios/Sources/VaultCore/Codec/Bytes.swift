public typealias Bytes = [UInt8]
