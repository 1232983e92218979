import ConstatModel
import ConstatYAML

extension FactCatalogue {
    /// The pairs of instants of which the later lies before the earlier, where one of the two stands in a file.
    func orderFaults(_ places: [String: YAMLValue], _ stamp: (String) -> Stamp?) -> [YAMLFault] {
        order.compactMap { pair in
            guard let early = stamp(pair.earlier), let late = stamp(pair.later), late.instant < early.instant, !early.precision.isCoarse,
                !late.precision.isCoarse, let place = places[pair.later] ?? places[pair.earlier]
            else { return nil }
            return place.fault(
                "\(pair.later) (\(late.instant.iso)) lies before \(pair.earlier) (\(early.instant.iso))",
                remedy: "correct one of the two, or write unknown")
        }
    }
}
