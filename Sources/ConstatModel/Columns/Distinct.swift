extension Sequence where Element: FixedWidthInteger & SignedInteger {
    /// The values that occur, each once: fast where few come again and again.
    @inlinable
    public func distinct() -> Set<Element> {
        var found: Set<Element> = []
        withUnsafeTemporaryAllocation(of: Element.self, capacity: 1_024) { seen in
            // No place holds a value that belongs there before one was found.
            for place in 0..<1_024 { seen[place] = place == 0 ? 1 : 0 }
            for value in self {
                let place = Int(truncatingIfNeeded: value) & 1_023
                if seen[place] == value { continue }
                seen[place] = value
                found.insert(value)
            }
        }
        return found
    }
}
