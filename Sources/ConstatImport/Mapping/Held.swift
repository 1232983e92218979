import CSimdjson

/// An object that somebody else keeps alive: to use it counts no references, of which rows by the million make many.
struct Held<Object: AnyObject> {
    private let object: Unmanaged<Object>

    init(_ object: Object) { self.object = .passUnretained(object) }

    @inline(__always)
    func use<Result>(_ body: (Object) -> Result) -> Result { object._withUnsafeGuaranteedRef(body) }
}

/// The places of a rule's values, in the order in which they count; its owner frees them.
struct Places {
    private let start: UnsafeMutablePointer<UnsafeMutablePointer<csj_value>>
    private let count: Int

    init(_ places: [UnsafeMutablePointer<csj_value>]) {
        start = .allocate(capacity: max(places.count, 1))
        start.initialize(from: places, count: places.count)
        count = places.count
    }

    func deallocate() { start.deallocate() }

    /// The only value, when there is one place.
    var single: RawValue? { count == 1 ? RawValue(start[0].pointee) : nil }

    /// The first value that is there.
    @inline(__always)
    var first: RawValue? {
        for index in 0..<count {
            let value = RawValue(start[index].pointee)
            if value.isThere { return value }
        }
        return nil
    }

    /// Visits the values until the visitor gives true.
    @inline(__always)
    func until(_ visit: (RawValue) -> Bool) {
        for index in 0..<count where visit(RawValue(start[index].pointee)) { return }
    }
}
