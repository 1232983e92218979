extension JSONElement {
    /// The members of an object with their keys, or the items of an array.
    var members: [(key: String?, item: JSONElement)] {
        var members: [(key: String?, item: JSONElement)] = []
        items(FieldPath("")) { key, item in members.append((key: key, item: item)) }
        return members
    }

    var isObject: Bool {
        if case .object = face { return true }
        return false
    }
}
