/// What a browser asks for.
struct DashboardRequest: Sendable {
    var method = "GET"
    /// Decoded, e.g. `/report`.
    var path = "/"
    /// Decoded; of a name that comes twice, the first.
    var query: [String: String] = [:]
    /// As in the request, e.g. `127.0.0.1:8787`.
    var host: String?
    /// The token that the browser keeps.
    var cookie: String?
}

/// What it gets.
struct DashboardAnswer: Sendable {
    enum Kind: String, Sendable {
        case html = "text/html; charset=utf-8"
        case css = "text/css; charset=utf-8"
        case script = "text/javascript; charset=utf-8"
        case text = "text/plain; charset=utf-8"
    }

    var status = 200
    var kind = Kind.html
    var body = ""
    var more: [(name: String, value: String)] = []

    /// Nothing from elsewhere is loaded, nothing is kept, no other page may hold this one.
    var headers: [(name: String, value: String)] {
        [
            ("Content-Type", kind.rawValue),
            (
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
            ),
            ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"), ("Cache-Control", "no-store"),
            ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
        ] + more
    }

    static func refused(_ status: Int, _ text: String) -> DashboardAnswer {
        DashboardAnswer(status: status, kind: .text, body: text + "\n")
    }
}
