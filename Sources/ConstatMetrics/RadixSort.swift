extension [Int64] {
    /// Sorts values, fast those that are not negative: by their digits of eleven bits, from the last, as far as the largest has any.
    mutating func sortByDigits() {
        guard count > 512, let largest = self.max(), let least = self.min(), least >= 0 else { return sort() }
        var (source, target) = (self, self)
        for shift in stride(from: 0, to: 64 - largest.leadingZeroBitCount, by: 11) {
            var starts = [Int](repeating: 0, count: 2_049)
            for value in source { starts[Int(value >> Int64(shift) & 2_047) + 1] += 1 }
            for digit in 1..<2_048 { starts[digit] += starts[digit - 1] }
            source.withUnsafeBufferPointer { source in
                target.withUnsafeMutableBufferPointer { target in
                    for value in source {
                        let digit = Int(value >> Int64(shift) & 2_047)
                        target[starts[digit]] = value
                        starts[digit] += 1
                    }
                }
            }
            swap(&source, &target)
        }
        self = source
    }
}
