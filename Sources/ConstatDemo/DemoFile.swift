/// One file of the demonstration.
public struct DemoFile: Sendable {
    /// Where it goes, relative to the demonstration's folder.
    public let path: String
    public let bytes: [UInt8]
    /// What `--tenant` has to say when it is imported; nil when the export names its tenants itself.
    public let tenant: String?
}
