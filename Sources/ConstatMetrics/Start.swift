import ConstatModel

/// Where an interval may begin: the first of up to four instants that a record has.
struct Start {
    private let places: SIMD4<Int16>
    private let count: Int

    init(_ all: [Place]) {
        precondition((1...4).contains(all.count), "an interval begins at one of four instants at most")
        var places = SIMD4<Int16>(repeating: -1)
        for (index, place) in all.enumerated() { places[index] = Int16(place.index) }
        (self.places, count) = (places, all.count)
    }

    var last: Int { Int(places[count - 1]) }

    @inline(__always)
    func first(_ view: ColumnView, _ row: Int) -> Int? {
        for index in 0..<count where view.has(Int(places[index]), row) { return Int(places[index]) }
        return nil
    }

    /// A step of the work may still come; what lies before the alert will not.
    @inline(__always)
    func mayCome(_ view: ColumnView, _ row: Int) -> Bool {
        for index in 0..<count {
            let place = Int(places[index])
            if place <= Place.raised.index || !view.gives(place, row) { return false }
        }
        return true
    }
}
