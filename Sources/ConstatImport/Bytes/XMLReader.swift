import CExpat
import Foundation

/// Feeds XML to handlers piece by piece. A document type is refused: no workbook has one, and attacks do.
final class XMLReader {
    var onStart: (String, [String: String]) -> Void = { _, _ in }
    var onEnd: (String) -> Void = { _ in }
    var onText: (UnsafeRawBufferPointer) -> Void = { _ in }
    /// What is wrong, after `parse` gave false.
    private(set) var fault = ""

    private let parser: XML_Parser
    private var hasDoctype = false

    init?() {
        guard let parser = XML_ParserCreate(nil) else { return nil }
        self.parser = parser
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(parser, Self.start, Self.end)
        XML_SetCharacterDataHandler(parser, Self.text)
        XML_SetStartDoctypeDeclHandler(parser, Self.doctype)
    }

    deinit { XML_ParserFree(parser) }

    /// False when this is not well-formed.
    func parse(_ bytes: UnsafeRawBufferPointer, isLast: Bool) -> Bool {
        let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        let status = XML_Parse(parser, start, Int32(bytes.count), isLast ? 1 : 0)
        if hasDoctype {
            fault = "it declares a document type"
            return false
        }
        guard status == XML_STATUS_OK else {
            fault = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "not XML"
            return false
        }
        return true
    }

    private static func this(_ data: UnsafeMutableRawPointer?) -> XMLReader? {
        data.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
    }

    /// A name without its namespace's prefix.
    private static func local(_ name: UnsafePointer<CChar>?) -> String {
        guard let name else { return "" }
        return strrchr(name, Int32(UInt8(ascii: ":"))).map { String(cString: $0 + 1) } ?? String(cString: name)
    }

    private static let start: XML_StartElementHandler = { data, name, attributes in
        var pairs: [String: String] = [:]
        var position = 0
        while let attributes, let key = attributes[position], let value = attributes[position + 1] {
            pairs[local(key)] = String(cString: value)
            position += 2
        }
        this(data)?.onStart(local(name), pairs)
    }

    private static let end: XML_EndElementHandler = { data, name in this(data)?.onEnd(local(name)) }

    private static let text: XML_CharacterDataHandler = { data, bytes, count in
        this(data)?.onText(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
    }

    private static let doctype: XML_StartDoctypeDeclHandler = { data, _, _, _, _ in
        guard let reader = this(data) else { return }
        reader.hasDoctype = true
        XML_StopParser(reader.parser, 0)
    }
}
