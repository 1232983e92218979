import ConstatDocuments
import ConstatYAML
import Foundation

/// How the documents of an organisation look: `logo:` and `colour:` in constat.yaml.
struct Brand {
    var logo: Logo?
    var colour: Colour?

    init(logo: Logo? = nil, colour: Colour? = nil) { (self.logo, self.colour) = (logo, colour) }

    /// - Throws: a fault for what is no colour.
    init(_ value: YAMLValue) throws(YAMLFault) {
        if let text = value["colour"] {
            guard let colour = Colour(try text.asText()) else { throw text.fault("this is no colour", remedy: "write \"#1f5b9e\"") }
            self.colour = colour
        }
        logo = try value["logo"].map { text throws(YAMLFault) in Logo(path: try text.asText()) }
    }

    /// A picture in a file.
    struct Logo {
        /// As written: relative to constat.yaml.
        let path: String
        /// The folder of constat.yaml.
        var folder = ""

        private static let types = ["svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg"]
        private static let most = 200_000

        private static func isPicture(_ bytes: Data, _ type: String) -> Bool {
            switch type {
            case "image/png": bytes.starts(with: [0x89, 0x50, 0x4E, 0x47])
            case "image/jpeg": bytes.starts(with: [0xFF, 0xD8, 0xFF])
            default: String(decoding: bytes.prefix(4_096), as: UTF8.self).contains("<svg")
            }
        }

        /// The picture as an address that a page holds by itself.
        func address() throws -> String {
            let url = URL(fileURLWithPath: path, relativeTo: URL(fileURLWithPath: folder.isEmpty ? "." : folder, isDirectory: true))
            guard let type = Self.types[url.pathExtension.lowercased()] else {
                throw UsageError.fault(
                    place: "constat.yaml: logo", problem: "\(path) is no picture", remedy: "name an svg, png or jpeg file")
            }
            guard let bytes = FileManager.default.contents(atPath: url.path) else {
                throw UsageError.fault(
                    place: "constat.yaml: logo", problem: "there is no \(path)", remedy: "name a file beside constat.yaml")
            }
            guard Self.isPicture(bytes, type) else {
                throw UsageError.fault(
                    place: "constat.yaml: logo", problem: "\(path) holds no picture of its kind", remedy: "name an svg, png or jpeg file")
            }
            guard bytes.count <= Self.most else {
                throw UsageError.fault(
                    place: "constat.yaml: logo", problem: "\(path) has \(bytes.count) bytes", remedy: "use a picture of 200 kB at most")
            }
            return "data:\(type);base64,\(bytes.base64EncodedString())"
        }
    }
}
