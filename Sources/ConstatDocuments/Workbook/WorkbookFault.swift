/// Why a workbook could not be written.
public struct WorkbookFault: Error, Hashable, Sendable {
    /// What went wrong, in one sentence.
    public let problem: String
}
