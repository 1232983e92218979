extension Framework {
    /// What is wrong between catalogue and links, in words that name the control; empty when all is well.
    ///
    /// - Parameter metrics: the ids of the metrics there are.
    public func faults(metrics: Set<String>) -> [String] {
        var faults: [String] = []
        let ids = controls.map(\.id)
        let known = Set(ids)
        for id in known.sorted() where ids.filter({ $0 == id }).count > 1 {
            faults.append("\(self.id)/catalog.yaml: \(id) stands there twice")
        }
        let spoken = links.map(\.control) + byHand.map(\.control)
        for id in ids {
            let count = spoken.filter { $0 == id }.count
            if count != 1 { faults.append("\(self.id)/evidence.yaml: \(id) is spoken of \(count) times, once is right") }
        }
        for id in Set(spoken).subtracting(known).sorted() { faults.append("\(self.id)/evidence.yaml: there is no control \(id)") }
        for metric in Set(links.flatMap(\.metrics)).subtracting(metrics).sorted() {
            faults.append("\(self.id)/evidence.yaml: there is no metric \(metric)")
        }
        return faults
    }
}
