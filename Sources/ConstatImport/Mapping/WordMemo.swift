import Foundation

/// Native words that were looked up before, by their bytes: a few, compared one after another.
struct WordMemo {
    private static let size = 24
    private static let longest = 32

    private var numbers: [(number: Int64, word: ValueRule.Word)] = []
    private var lengths: [Int] = []
    private var words: [ValueRule.Word] = []
    private var bytes = [UInt8](repeating: 0, count: Self.size * Self.longest)

    mutating func find(_ native: UnsafeRawBufferPointer, _ map: (String) -> ValueRule.Word) -> ValueRule.Word {
        if let index = index(of: native) { return words[index] }
        let word = RawValue.text(native).string.map(map) ?? .absent
        if lengths.count < Self.size, native.count <= Self.longest {
            let start = lengths.count * Self.longest
            for (offset, byte) in native.enumerated() { bytes[start + offset] = byte }
            lengths.append(native.count)
            words.append(word)
        }
        return word
    }

    mutating func find(_ number: Int64, _ map: (String) -> ValueRule.Word) -> ValueRule.Word {
        for entry in numbers where entry.number == number { return entry.word }
        let word = map(String(number))
        if numbers.count < Self.size { numbers.append((number, word)) }
        return word
    }

    private func index(of native: UnsafeRawBufferPointer) -> Int? {
        guard let start = native.baseAddress else { return nil }
        return bytes.withUnsafeBytes { all in
            guard let base = all.baseAddress else { return nil }
            for index in lengths.indices where lengths[index] == native.count {
                if memcmp(base + index * Self.longest, start, native.count) == 0 { return index }
            }
            return nil
        }
    }
}
