import ConstatModel
import ConstatYAML

/// A command was asked for something it cannot do.
enum UsageError: ExplainedError, Equatable {
    case badPeriod(String)
    case notAMonth(String)
    case notOver(String)
    case notBegun(String)
    case brokenFreeze(Int)
    case importedMeanwhile(String)
    case badZone(String)
    case badInstant(String)
    case unknownMetric(String, known: [String])
    case unknownWord(option: String, word: String, known: [String])
    case noSuchReceipt(Int, last: Int)
    case noSuchCase(String)
    case severalCases(String, [String])
    case fault(place: String, problem: String, remedy: String?)
    /// Each with its place and remedy, a line or two each.
    case severalFaults([YAMLFault])
    case noSuchFile(String, option: String)
    case noFiles(folder: String)
    case resourcesMissing([String])
    case cannotWrite(String, String)
    case cannotRead(String, String)
    case needed(option: String, remedy: String)
    /// An option that says what cannot be asked for.
    case misused(option: String, problem: String, remedy: String)

    var place: String? {
        switch self {
        case .badPeriod, .notBegun: "--period"
        case .notAMonth, .notOver, .importedMeanwhile: "month"
        case .badZone: "--zone"
        case .badInstant(let option): option
        case .unknownMetric: "metric"
        case .unknownWord(let option, _, _), .needed(let option, _): option
        case .brokenFreeze(let number): "freeze \(number)"
        case .noSuchReceipt(let number, _): "receipt \(number)"
        case .noSuchCase(let name), .severalCases(let name, _): "case \(name)"
        case .fault(let place, _, _), .misused(let place, _, _): place
        case .resourcesMissing, .severalFaults: nil
        case .cannotWrite(let path, _), .cannotRead(let path, _), .noSuchFile(let path, _), .noFiles(let path): path
        }
    }

    var problem: String {
        switch self {
        case .badPeriod(let text): "\(text) is no period"
        case .notAMonth(let name): "a month is needed, \(name) is none"
        case .notOver(let name): "\(name) is not over at the instant of --as-of"
        case .notBegun(let name): "\(name) has not begun at the instant of --as-of"
        case .importedMeanwhile(let name): "something was imported while \(name) was measured"
        case .brokenFreeze: "this frozen month is not what was frozen"
        case .badZone(let name): "the time zone \(name) is not known"
        case .badInstant: "this is no instant"
        case .unknownMetric(let name, _): "there is no metric \(name)"
        case .unknownWord(_, let word, _): "\(word) is not known"
        case .noSuchReceipt: "there is no such receipt"
        case .noSuchCase: "no case has this id or number"
        case .severalCases: "more than one case has this id or number"
        case .fault(_, let problem, _), .misused(_, let problem, _): problem
        case .severalFaults(let faults):
            faults.map { fault in "\(fault.place.text): \(fault.problem)" + (fault.remedy.map { "\n  \($0)" } ?? "") }.joined(
                separator: "\n")
        case .noSuchFile: "there is no such file"
        case .noFiles: "there is no file in this folder"
        case .resourcesMissing: "Constat's folders Controls, Templates and Reports are not found"
        case .cannotWrite(_, let reason): "cannot be written: \(reason)"
        case .cannotRead(_, let reason): "cannot be read: \(reason)"
        case .needed: "is needed here"
        }
    }

    var remedy: String? {
        switch self {
        case .badPeriod: "write 2026-10, 2026-W41, 2026-Q3, 2026 or 2026-10-01..2026-10-15"
        case .notBegun: "name an earlier period, or another instant with --as-of"
        case .notOver: "wait until it is over, or name another instant with --as-of"
        case .importedMeanwhile: "freeze it again when no import is under way"
        case .brokenFreeze: "see constat doctor, and bring back the store from a copy"
        case .notAMonth: "write a month, e.g. 2026-10"
        case .badZone: "write an IANA name, e.g. Europe/Paris"
        case .badInstant: "write ISO 8601 with a zone, not in the future, e.g. 2026-11-03T08:00:00Z"
        case .unknownMetric(_, let known), .unknownWord(_, _, let known): "known: \(known.joined(separator: ", "))"
        case .noSuchReceipt(_, let last): last == 0 ? "nothing was imported yet" : "receipts 1 to \(last) are there: constat receipts list"
        case .noSuchCase: "look at the ids in the evidence pack, or name the tenant with --tenant"
        case .severalCases(_, let found): "name one with --tenant: \(found.joined(separator: ", "))"
        case .fault(_, _, let remedy): remedy
        case .misused(_, _, let remedy): remedy
        case .severalFaults: nil
        case .noSuchFile(_, let option): "check the path of \(option)"
        case .noFiles: "name the files, or another folder"
        case .resourcesMissing(let looked): "looked at: \(looked.joined(separator: ", ")); name the folder with --resources"
        case .cannotRead: "check who may read it, or bring back the file as it was"
        case .cannotWrite: "check the folder, who may write there, and the space left"
        case .needed(_, let remedy): remedy
        }
    }

    var exitCode: ExitStatus {
        switch self {
        case .badPeriod, .notAMonth, .notOver, .notBegun, .badZone, .badInstant, .unknownMetric, .unknownWord, .needed, .misused:
            .wrongUsage
        case .noSuchReceipt, .noSuchCase, .severalCases, .resourcesMissing, .noSuchFile, .noFiles, .cannotRead: .notFound
        case .fault, .severalFaults, .brokenFreeze: .notUnderstood
        case .cannotWrite: .cannotWrite
        case .importedMeanwhile: .notMet
        }
    }
}

extension Terminal {
    /// Says each fault with its place and remedy; nothing where there is none.
    static func error(_ faults: [YAMLFault]) {
        if !faults.isEmpty { error(UsageError.severalFaults(faults).explanation) }
    }
}
