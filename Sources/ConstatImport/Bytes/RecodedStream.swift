import Foundation

/// Text in another encoding, as UTF-8. Bytes that stand for nothing become U+FFFD.
final class RecodedStream: ByteStream {
    private let source: any ByteStream
    private let file: String
    private let converter: iconv_t
    private let input = ByteBuffer(size: 1 << 16)
    /// How many bytes are passed over when they stand for nothing.
    private let unit: Int
    private var isAtEnd = false
    private var spare: [UInt8] = []

    /// - Parameter encoding: a name that iconv knows, e.g. `UTF-16LE` or `WINDOWS-1252`.
    init(_ source: any ByteStream, from encoding: String, file: String) throws(ImportError) {
        (self.source, self.file, unit) = (source, file, encoding.hasPrefix("UTF-16") ? 2 : 1)
        let converter = iconv_open("UTF-8", encoding)
        guard let converter, Int(bitPattern: converter) != -1 else { throw .unknownEncoding(file: file, encoding: encoding) }
        self.converter = converter
    }

    /// Whether there is an encoding of this name.
    static func knows(_ encoding: String) -> Bool {
        guard let converter = iconv_open("UTF-8", encoding), Int(bitPattern: converter) != -1 else { return false }
        iconv_close(converter)
        return true
    }

    deinit { iconv_close(converter) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImportError) -> Int {
        if !spare.isEmpty { return pass(buffer) }
        while true {
            if input.count < input.all.count, !isAtEnd { isAtEnd = try input.fill(from: source) == 0 }
            if input.count == 0 { return 0 }
            let written = convert(into: buffer)
            if written > 0 { return written }
            if !spare.isEmpty { return pass(buffer) }
            if isAtEnd { throw .cutOff(Place(file: file, row: 1)) }
        }
    }

    private func pass(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, spare.count)
        buffer.copyBytes(from: spare.prefix(count))
        spare.removeFirst(count)
        return count
    }

    private func convert(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        var from: UnsafeMutablePointer<CChar>? = input.all.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to: UnsafeMutablePointer<CChar>? = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
        var (left, room) = (input.count, buffer.count)
        let result = iconv(converter, &from, &left, &to, &room)
        let isUnknown = result == -1 && errno == EILSEQ
        if isUnknown { spare = Array("\u{FFFD}".utf8) }
        input.drop(input.count - left + (isUnknown ? min(unit, left) : 0))
        return buffer.count - room
    }
}
