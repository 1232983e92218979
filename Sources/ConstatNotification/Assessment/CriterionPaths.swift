extension Assessment {
    /// Every path its tests look at.
    public var paths: [String] { ([test] + [applies].compactMap(\.self) + beside).flatMap(\.paths) }
}

extension Criterion.Named {
    /// Every path it looks at, those of its bounds among them.
    var paths: [String] {
        switch test {
        case .all(let parts), .any(let parts), .none(let parts), .atLeast(_, let parts): parts.flatMap(\.paths)
        case .value(let paths, let comparison): paths + comparison.paths
        case .count(let path, let comparison): [path] + comparison.paths
        case .minutes(let from, let to, let comparison): [from, to] + comparison.paths
        }
    }
}

extension Criterion.Comparison {
    fileprivate var paths: [String] {
        switch self {
        case .above(let bound), .from(let bound):
            bound.parts.flatMap { part -> [String] in if case .percent(_, let paths) = part { paths } else { [] } }
        case .oneOf, .includes, .known: []
        }
    }
}
