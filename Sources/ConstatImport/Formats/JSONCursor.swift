import CSimdjson

/// One parsed JSON record at a time.
final class JSONCursor {
    private let parser: OpaquePointer

    init() { parser = csj_new() }

    deinit { csj_free(parser) }

    static var padding: Int { csj_padding() }

    /// Nil when the bytes are one JSON value; else simdjson's reason and whether the bytes are not UTF-8.
    ///
    /// Behind the bytes there must be `padding` more that can be read.
    func parse(_ bytes: UnsafeRawBufferPointer) -> (reason: String, isBadUTF8: Bool)? {
        let code = csj_parse(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
        guard code != 0 else { return nil }
        return (String(cString: csj_error(code)), csj_is_bad_utf8(code))
    }

    /// The whole record; valid until the next one is parsed.
    var root: JSONElement { JSONElement(csj_root(parser)) }
}

/// A place in a parsed record; valid until the next one is parsed.
struct JSONElement {
    let element: csj_element

    init(_ element: csj_element) { self.element = element }

    var face: RawValue { RawValue(csj_face(element)) }

    func value(_ path: FieldPath) -> RawValue {
        path.bytes.withUnsafeBufferPointer { RawValue(csj_at(element, $0.baseAddress, $0.count)) }
    }

    /// Every value under a path: items of an array, members of an object (with their keys), or the value itself.
    func each(_ path: FieldPath, _ visit: (String?, RawValue) -> Void) {
        withoutActuallyEscaping(visit) { visit in
            var box = Visit(visit: visit)
            withUnsafeMutablePointer(to: &box) { box in
                path.bytes.withUnsafeBufferPointer { bytes in
                    csj_each(element, bytes.baseAddress, bytes.count, Visit.call, box)
                }
            }
        }
    }

    /// The items of the arrays, or members of the objects, that a path reaches.
    func items(_ path: FieldPath, _ visit: (String?, JSONElement) -> Void) {
        withoutActuallyEscaping(visit) { visit in
            var box = VisitItem(visit: visit)
            withUnsafeMutablePointer(to: &box) { box in
                path.bytes.withUnsafeBufferPointer { bytes in
                    csj_items(element, bytes.baseAddress, bytes.count, VisitItem.call, box)
                }
            }
        }
    }

    private static func text(_ bytes: UnsafePointer<CChar>?, _ length: Int) -> String? {
        bytes.map { String(decoding: UnsafeRawBufferPointer(start: $0, count: length), as: UTF8.self) }
    }

    private struct Visit {
        let visit: (String?, RawValue) -> Void

        static let call: csj_visit = { context, key, length, value in
            guard let visit = context?.assumingMemoryBound(to: Visit.self).pointee.visit else { return }
            visit(JSONElement.text(key, length), RawValue(value))
        }
    }

    private struct VisitItem {
        let visit: (String?, JSONElement) -> Void

        static let call: csj_visit_item = { context, key, length, item in
            guard let visit = context?.assumingMemoryBound(to: VisitItem.self).pointee.visit else { return }
            visit(JSONElement.text(key, length), JSONElement(item))
        }
    }
}
