import ConstatDocuments
import ConstatModel
import Foundation

/// The register as JSON: instants in ISO 8601, the margin in milliseconds; what is not known is not a key.
struct RegisterJSON {
    let lines: [RegisterLine]
    let language: Language

    private struct Line: Encodable {
        let number: Int?
        let state, tenant, caseName, regime: String
        let native, stageID, stage, article, due, at: String?
        let margin: Int64?
        let channel, reference, receipt, receiptSHA256, outcome, reasons, by, facts, effects, measures, hash: String?
    }

    var text: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(lines.map(line)), as: UTF8.self)
        }
    }

    private func line(_ line: RegisterLine) -> Line {
        Line(
            number: line.number, state: line.state.rawValue, tenant: line.tenant, caseName: line.caseName, regime: line.regime,
            native: line.native, stageID: line.stageID,
            stage: line.stage?[language], article: line.article?[language], due: line.due?.iso, at: line.at?.iso, margin: line.margin,
            channel: line.channel, reference: line.reference, receipt: line.receipt, receiptSHA256: line.receiptSHA256,
            outcome: line.outcome, reasons: line.reasons, by: line.by, facts: line.facts, effects: line.effects, measures: line.measures,
            hash: line.hash)
    }
}
