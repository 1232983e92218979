import ConstatModel
import Foundation

/// Lets in who holds the token, by this machine's own name, to read.
struct DashboardGate: Sendable {
    let token: String
    let port: Int
    /// The first part of every path: browsers send a cookie to all ports of a machine, but to its own path only.
    let room = String(DashboardGate.makeToken().prefix(16))

    /// Dashboards on other ports of this machine have cookies of their own.
    static func cookie(_ port: Int) -> String { "constat-\(port)" }

    /// A token that nobody can guess.
    static func makeToken() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<4).map { _ in
            let digits = String(generator.next(), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    /// Why a request is not answered; nil when it is.
    func refusal(of request: DashboardRequest) -> DashboardAnswer? {
        // Another name that leads here may belong to a page that wants to read along.
        guard let host = request.host, ["127.0.0.1:\(port)", "localhost:\(port)"].contains(host) else {
            return .refused(403, "this dashboard answers to 127.0.0.1 only")
        }
        guard ["GET", "HEAD"].contains(request.method) else {
            var refusal = DashboardAnswer.refused(405, "this dashboard is read-only")
            refusal.more = [("Allow", "GET, HEAD")]
            return refusal
        }
        if let given = request.query["token"] { return isToken(given) ? welcome(request) : .refused(401, Self.hint) }
        guard let cookie = request.cookie, isToken(cookie) else { return .refused(401, Self.hint) }
        return nil
    }

    /// A path without its first part, e.g. `/figure`.
    func inside(_ path: String) -> String { path.hasPrefix("/\(room)/") ? String(path.dropFirst(room.count + 1)) : path }

    private static let hint = "open the address that constat serve printed: it holds the token"

    /// The browser keeps the token, and the address loses it.
    private func welcome(_ request: DashboardRequest) -> DashboardAnswer {
        DashboardAnswer(
            status: 303, kind: .text,
            more: [
                ("Location", "/\(room)/"),
                ("Set-Cookie", "\(Self.cookie(port))=\(token); Path=/\(room)/; HttpOnly; SameSite=Strict"),
            ])
    }

    /// As long for a wrong token as for the right one.
    private func isToken(_ text: String) -> Bool {
        let (given, own) = (Array(Digest.hex(of: text).utf8), Array(Digest.hex(of: token).utf8))
        return zip(given, own).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
