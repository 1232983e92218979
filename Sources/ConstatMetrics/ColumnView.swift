import ConstatModel

/// Columns by their addresses, for a loop over many rows: to read a value counts no references.
struct ColumnView {
    let count: Int
    private let instants: UnsafePointer<UnsafePointer<Int64>?>
    private let dayOnly: UnsafePointer<Int64>
    private let given: UnsafePointer<Int64>
    private let tenants: UnsafePointer<Int32>
    private let codes:
        (severity: UnsafePointer<Int8>, status: UnsafePointer<Int8>, verdict: UnsafePointer<Int8>, discovery: UnsafePointer<Int8>)

    /// Calls `body` with a view that is valid inside of it; without rows it is not called.
    static func with(_ columns: RecordColumns, _ body: (ColumnView) -> Void) {
        guard columns.count > 0 else { return }
        withUnsafeTemporaryAllocation(of: UnsafePointer<Int64>?.self, capacity: columns.instants.count) { table in
            pin(columns.instants[...], table, 0) {
                columns.dayOnly.withUnsafeBufferPointer { dayOnly in
                    columns.given.withUnsafeBufferPointer { given in
                        columns.tenant.withUnsafeBufferPointer { tenants in
                            pin([columns.severity, columns.status, columns.verdict, columns.discovery]) { codes in
                                guard let table = table.baseAddress, let dayOnly = dayOnly.baseAddress, let given = given.baseAddress,
                                    let tenants = tenants.baseAddress
                                else { return }
                                body(
                                    ColumnView(
                                        count: columns.count, instants: UnsafePointer(table), dayOnly: dayOnly, given: given,
                                        tenants: tenants, codes: (codes[0], codes[1], codes[2], codes[3])))
                            }
                        }
                    }
                }
            }
        }
    }

    /// Writes the address of each column into the table; none for a column that no row has.
    private static func pin(
        _ columns: ArraySlice<[Int64]>, _ table: UnsafeMutableBufferPointer<UnsafePointer<Int64>?>, _ index: Int, _ body: () -> Void
    ) {
        guard let first = columns.first else { return body() }
        first.withUnsafeBufferPointer { pointer in
            table[index] = pointer.isEmpty ? nil : pointer.baseAddress
            pin(columns.dropFirst(), table, index + 1, body)
        }
    }

    private static func pin(_ columns: [[Int8]], _ found: [UnsafePointer<Int8>] = [], _ body: ([UnsafePointer<Int8>]) -> Void) {
        guard found.count < columns.count else { return body(found) }
        columns[found.count].withUnsafeBufferPointer { pointer in
            if let address = pointer.baseAddress { pin(columns, found + [address], body) }
        }
    }

    @inline(__always)
    func instant(_ milestone: Int, _ row: Int) -> Int64 { instants[milestone].map { $0[row] } ?? RecordColumns.missing }

    /// Whether a row has a milestone.
    @inline(__always)
    func has(_ milestone: Int, _ row: Int) -> Bool { instant(milestone, row) != RecordColumns.missing }

    /// Why a row lacks a field: its source cannot give it, or this record does not hold it.
    func absence(of field: Given, _ name: Reason.Field, _ row: Int) -> Reason { gives(field, row) ? .missing(name) : .notGiven(name) }

    @inline(__always)
    func isDayOnly(_ milestone: Int, _ row: Int) -> Bool { dayOnly[row] & (1 << Int64(milestone)) != 0 }

    /// Whether the source of a row can give a milestone.
    @inline(__always)
    func gives(_ milestone: Int, _ row: Int) -> Bool { given[row] & (1 << Int64(milestone)) != 0 }

    @inline(__always)
    func gives(_ field: Given, _ row: Int) -> Bool { given[row] & field.rawValue != 0 }

    @inline(__always)
    func tenant(_ row: Int) -> Int32 { tenants[row] }

    @inline(__always)
    func severity(_ row: Int) -> Int8 { codes.severity[row] }

    @inline(__always)
    func discovery(_ row: Int) -> Int8 { codes.discovery[row] }

    @inline(__always)
    func verdict(_ row: Int) -> Int8 { codes.verdict[row] }

    /// A record without a status counts as open until it has a closing instant.
    @inline(__always)
    func isOpen(_ row: Int) -> Bool {
        let code = codes.status[row]
        guard code != RecordColumns.none else { return !has(Milestone.lastClosed.index, row) }
        return Status(rawValue: Int(code))?.isOpen ?? false
    }
}
