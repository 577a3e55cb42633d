// Reads the byte behind its buffer. `npm run test:native -- --sanitize` has to notice it.
let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 32)
bytes.initialize(repeating: 0)
let index = CommandLine.arguments.count + 31
print(bytes.baseAddress.map { $0[index] } ?? 0)
bytes.deallocate()
