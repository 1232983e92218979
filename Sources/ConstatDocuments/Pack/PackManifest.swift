import ConstatControls
import ConstatModel
public import Foundation

/// `manifest.json` of a pack: what it rests on and consists of, with every digest. Keys are sorted, bytes are stable.
public enum PackManifest {
    /// - Parameter outputs: the files of the pack, by name, size and SHA-256.
    public static func json(_ data: PackData, outputs: [(name: String, bytes: Int, sha256: String)]) throws -> Data {
        let inputs: [[String: Any]] = data.receipts.map { receipt in
            [
                "file": receipt.file, "sha256": receipt.sha256, "bytes": receipt.bytes, "receipt": receipt.number,
                "rows": receipt.isShared(with: data.tenant) ? NSNull() : receipt.counts.rows as Any,
                "refused": receipt.isShared(with: data.tenant) ? NSNull() : receipt.counts.refused as Any, "profile": receipt.profile,
                "profileVersion": receipt.profileVersion, "profileDigest": receipt.profileDigest, "receiptHash": receipt.hash,
            ]
        }
        let root: [String: Any] = [
            "manifest": 1, "packID": data.packID, "framework": data.framework.id, "frameworkVersion": data.framework.version,
            "linksReviewed": data.framework.reviewed, "tenant": data.tenant ?? NSNull(), "period": data.period.name,
            "zone": data.period.zone.name, "start": data.period.start.iso, "end": data.period.end.iso, "asOf": data.asOf.iso,
            "tool": "constat \(data.tool)", "population": data.rows.filter { $0.record.status != .merged }.count,
            "inputs": inputs,
            "configuration": data.configuration.map { ["file": $0.file, "bytes": $0.bytes, "sha256": $0.sha256] as [String: Any] }
                ?? NSNull(),
            "outputs": outputs.map { ["file": $0.name, "bytes": $0.bytes, "sha256": $0.sha256] as [String: Any] },
        ]
        return try JSONSerialization.data(withJSONObject: root, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    }
}
