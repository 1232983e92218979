import ConstatYAML

extension Framework {
    /// What is wrong between catalogue and links, each with file, line and column; empty when all is well.
    ///
    /// - Parameter metrics: the ids of the metrics there are.
    public func faults(metrics: Set<String>) -> [String] {
        var faults: [(place: YAMLPlace, problem: String)] = []
        var known: Set<String> = []
        for control in controls where !known.insert(control.id).inserted {
            faults.append((control.place, "the control \(control.id) stands there twice"))
        }
        let spoken = links.map { ($0.control, $0.place) } + byHand.map { ($0.control, $0.place) }
        var once: Set<String> = []
        for (control, place) in spoken {
            if !known.contains(control) { faults.append((place, "there is no control \(control) in \(id)")) }
            if !once.insert(control).inserted { faults.append((place, "the control \(control) is spoken of twice")) }
        }
        for link in links {
            for metric in link.metrics where !metrics.contains(metric) { faults.append((link.place, "there is no metric \(metric)")) }
        }
        // A catalogue of somebody else's may come without any links.
        if !spoken.isEmpty {
            for control in controls where !once.contains(control.id) {
                faults.append((control.place, "the control \(control.id) is not spoken of in evidence.yaml"))
            }
        }
        return faults.sorted { ($0.place.file, $0.place.line, $0.place.column) < ($1.place.file, $1.place.line, $1.place.column) }.map {
            "\($0.place.text): \($0.problem)"
        }
    }
}
