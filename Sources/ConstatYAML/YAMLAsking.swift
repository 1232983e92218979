extension YAMLValue {
    /// The value under a key that must be there.
    public func required(_ key: String) throws(YAMLFault) -> YAMLValue {
        guard let value = self[key] else { throw fault("\(key) is missing here", remedy: "add \(key):") }
        return value
    }

    /// The text of this scalar.
    public func asText() throws(YAMLFault) -> String {
        guard let text else { throw fault("a text is expected here") }
        return text
    }

    /// The whole number of this scalar; a fault for anything else.
    public func asNumber() throws(YAMLFault) -> Int {
        guard let text, let number = Int(text) else { throw fault("a whole number is expected here") }
        return number
    }

    /// The items of this list, in order; a fault for anything else.
    public func asItems() throws(YAMLFault) -> [YAMLValue] {
        guard let items else { throw fault("a list is expected here", remedy: "write [a, b]") }
        return items
    }

    /// The entries of this mapping, in the order of the file; a fault for anything else.
    public func asEntries() throws(YAMLFault) -> [(key: String, value: YAMLValue)] {
        if case .scalar("", isPlain: true) = content { throw fault("nothing is written here", remedy: "write key: value below it") }
        guard let entries else { throw fault("a mapping is expected here", remedy: "write key: value") }
        var pairs: [(key: String, value: YAMLValue)] = []
        for entry in entries { pairs.append((try entry.key.asText(), entry.value)) }
        return pairs
    }

    /// One text, or a list of texts.
    public func asTexts() throws(YAMLFault) -> [String] {
        guard let items else { return [try asText()] }
        var texts: [String] = []
        for item in items { texts.append(try item.asText()) }
        return texts
    }

    /// A fault when a key is not one of those known: a misspelt key must not pass in silence.
    public func allow(_ keys: Set<String>) throws(YAMLFault) {
        for entry in try asEntries() where !keys.contains(entry.key) {
            let place = entries?.first { $0.key.text == entry.key }?.key ?? self
            throw place.fault("\(entry.key) is not known here", remedy: "known: \(keys.sorted().joined(separator: ", "))")
        }
    }
}
