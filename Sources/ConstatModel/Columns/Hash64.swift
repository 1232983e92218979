import CXXHash

/// XXH3 with 64 bits over bytes that are collected first: fast, the same on every machine, not a proof of anything.
///
/// Where an import decides that two rows are of one record, their identity is compared as well.
public struct Hash64: ~Copyable {
    private var storage = UnsafeMutableRawBufferPointer.allocate(byteCount: 4_096, alignment: 8)
    private var used = 0

    public init() {}

    deinit { storage.deallocate() }

    /// Forgets what was collected.
    public mutating func reset() { used = 0 }

    /// Adds a number in eight bytes.
    public mutating func add(_ value: Int64) {
        makeRoom(8)
        storage.storeBytes(of: value.littleEndian, toByteOffset: used, as: Int64.self)
        used += 8
    }

    /// Adds a text with its length before it, so that no two lists of texts are alike.
    public mutating func add(_ bytes: UnsafeRawBufferPointer) {
        add(Int64(bytes.count))
        guard !bytes.isEmpty else { return }
        makeRoom(bytes.count)
        UnsafeMutableRawBufferPointer(rebasing: storage[used...]).copyMemory(from: bytes)
        used += bytes.count
    }

    /// Adds a text with its length before it.
    public mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    /// The hash of what was collected since the last reset.
    public var value: Int64 { Int64(bitPattern: cxxhash_64(storage.baseAddress, used)) }

    /// The hash of a text by itself.
    public static func of(_ bytes: UnsafeRawBufferPointer) -> Int64 {
        Int64(bitPattern: cxxhash_64(bytes.baseAddress, bytes.count))
    }

    /// The hash of a text's UTF-8 bytes by itself.
    public static func of(_ text: String) -> Int64 {
        var text = text
        return text.withUTF8 { of(UnsafeRawBufferPointer($0)) }
    }

    private mutating func makeRoom(_ count: Int) {
        guard used + count > storage.count else { return }
        let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: (used + count) * 2, alignment: 8)
        larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage.prefix(used)))
        storage.deallocate()
        storage = larger
    }
}
