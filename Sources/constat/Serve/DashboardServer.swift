import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Synchronization

/// Carries requests to the dashboard and answers back.
struct DashboardServer: Sendable {
    let dashboard: Dashboard
    let port: Int

    private struct Responder: HTTPResponder {
        let dashboard: Dashboard
        let port: Int

        func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
            let answer = await dashboard.answer(DashboardRequest(request, port: port))
            var headers = HTTPFields()
            for (name, value) in answer.headers {
                if let name = HTTPField.Name(name) { headers.append(HTTPField(name: name, value: value)) }
            }
            let body = request.method == .head ? "" : answer.body
            return Response(status: .init(code: answer.status), headers: headers, body: .init(byteBuffer: ByteBuffer(string: body)))
        }
    }

    /// Runs until it is told to end.
    ///
    /// - Parameter isReady: called once requests are answered.
    func run(_ isReady: @escaping @Sendable () -> Void) throws {
        var logger = Logger(label: "constat")
        logger.logLevel = .critical
        let app = Application(
            responder: Responder(dashboard: dashboard, port: port), configuration: .init(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { _ in isReady() }, logger: logger)
        let done = DispatchSemaphore(value: 0)
        let problem = Mutex<String?>(nil)
        Task {
            do { try await app.runService() } catch { problem.withLock { $0 = "\(error)" } }
            done.signal()
        }
        done.wait()
        if let problem = problem.withLock({ $0 }) {
            throw UsageError.misused(
                option: "--port", problem: "127.0.0.1:\(port) cannot be served: \(problem)",
                remedy: "where another program uses it, choose another port")
        }
    }
}

extension DashboardRequest {
    init(_ request: Request, port: Int) {
        self.init()
        (method, path) = (request.method.rawValue, request.uri.path.removingPercentEncoding ?? request.uri.path)
        for pair in (request.uri.query ?? "").split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { part in
                part.replacing("+", with: " ").removingPercentEncoding ?? ""
            }
            if query[parts[0]] == nil { query[parts[0]] = parts.count > 1 ? parts[1] : "" }
        }
        (host, cookie) = (request.head.authority, request.cookies[DashboardGate.cookie(port)]?.value)
    }
}
