import ConstatModel

/// Columns by their addresses, for a loop over many rows: to read a value counts no references.
struct ColumnView {
    let count: Int
    /// When records waited, by row.
    let pauses: [Int: [Pause]]
    private let places: UnsafePointer<UnsafePointer<Int64>?>
    private let dayOnly: UnsafePointer<Int64>
    private let given: UnsafePointer<Int64>
    private let tenants: UnsafePointer<Int32>
    private let codes:
        (severity: UnsafePointer<Int8>, status: UnsafePointer<Int8>, verdict: UnsafePointer<Int8>, discovery: UnsafePointer<Int8>)

    /// Calls `body` with a view that is valid inside of it; without rows it is not called.
    static func with(_ columns: RecordColumns, _ body: (ColumnView) -> Void) {
        guard columns.count > 0 else { return }
        withUnsafeTemporaryAllocation(of: UnsafePointer<Int64>?.self, capacity: Place.count) { table in
            table.initialize(repeating: nil)
            pin(columns.values, columns.values.indices.filter { !columns.values[$0].isEmpty }[...], table) {
                columns.dayOnly.withUnsafeBufferPointer { dayOnly in
                    columns.given.withUnsafeBufferPointer { given in
                        columns.tenant.withUnsafeBufferPointer { tenants in
                            pin([columns.severity, columns.status, columns.verdict, columns.discovery]) { codes in
                                guard let table = table.baseAddress, let dayOnly = dayOnly.baseAddress, let given = given.baseAddress,
                                    let tenants = tenants.baseAddress
                                else { return }
                                body(
                                    ColumnView(
                                        count: columns.count, pauses: columns.pauses, places: UnsafePointer(table), dayOnly: dayOnly,
                                        given: given, tenants: tenants, codes: (codes[0], codes[1], codes[2], codes[3])))
                            }
                        }
                    }
                }
            }
        }
    }

    /// Writes the addresses of the columns that hold anything into the table.
    private static func pin(
        _ columns: [[Int64]], _ held: ArraySlice<Int>, _ table: UnsafeMutableBufferPointer<UnsafePointer<Int64>?>, _ body: () -> Void
    ) {
        guard let place = held.first else { return body() }
        columns[place].withUnsafeBufferPointer { pointer in
            table[place] = pointer.baseAddress
            pin(columns, held.dropFirst(), table, body)
        }
    }

    private static func pin(_ columns: [[Int8]], _ found: [UnsafePointer<Int8>] = [], _ body: ([UnsafePointer<Int8>]) -> Void) {
        guard found.count < columns.count else { return body(found) }
        columns[found.count].withUnsafeBufferPointer { pointer in
            if let address = pointer.baseAddress { pin(columns, found + [address], body) }
        }
    }

    /// What a place holds of a row, or `missing`.
    @inline(__always)
    func value(_ place: Int, _ row: Int) -> Int64 { places[place].map { $0[row] } ?? RecordColumns.missing }

    /// Whether a place holds anything of a row.
    @inline(__always)
    func has(_ place: Int, _ row: Int) -> Bool { value(place, row) != RecordColumns.missing }

    @inline(__always)
    func isDayOnly(_ place: Int, _ row: Int) -> Bool { place < 64 && dayOnly[row] & (1 << Int64(place)) != 0 }

    /// Whether the source of a row can tell what belongs into a place; of what smaller kinds tell, it is taken to.
    @inline(__always)
    func gives(_ place: Int, _ row: Int) -> Bool {
        if place < Self.milestones { return given[row] & (1 << Int64(place)) != 0 }
        let field = Self.fields[place]
        return field == 0 || given[row] & field != 0
    }

    @inline(__always)
    func gives(_ field: Given, _ row: Int) -> Bool { given[row] & field.rawValue != 0 }

    private static let milestones = Milestone.allCases.count

    /// The bit that says whether a source can give a place; 0 where there is none.
    private static let fields: [Int64] = Place.all.map { place in
        switch place {
        case .tier: Given.tier.rawValue
        case .reopenings, .actors, .returns, .reclassifications, .firstChange, .firstAssigned, .firstInProgress:
            Given.statusHistory.rawValue
        case .told("severity"): Given.severity.rawValue
        case .told("discovery"): Given.discovery.rawValue
        default: 0
        }
    }

    /// Why a row lacks what belongs into a place: its source cannot give it, or this record does not hold it.
    func absence(of place: Int, _ row: Int) -> Reason { gives(place, row) ? .missing(place) : .notGiven(place) }

    @inline(__always)
    func tenant(_ row: Int) -> Int32 { tenants[row] }

    @inline(__always)
    func severity(_ row: Int) -> Int8 { codes.severity[row] }

    @inline(__always)
    func discovery(_ row: Int) -> Int8 { codes.discovery[row] }

    @inline(__always)
    func verdict(_ row: Int) -> Int8 { codes.verdict[row] }

    /// Its status says that it is done.
    func isDone(_ row: Int) -> Bool { Status(rawValue: Int(codes.status[row])).map { !$0.isOpen } ?? false }

    /// A record without a status counts as open until it has a closing instant.
    @inline(__always)
    func isOpen(_ row: Int) -> Bool {
        let code = codes.status[row]
        guard code != RecordColumns.none else { return !has(Place.lastClosed.index, row) }
        return Status(rawValue: Int(code))?.isOpen ?? false
    }
}
