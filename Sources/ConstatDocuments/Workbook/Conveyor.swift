import Foundation

/// Makes things on a thread of its own, a few ahead of whoever takes them.
final class Conveyor<Element>: @unchecked Sendable {
    /// So many lie ready at most.
    private let room: DispatchSemaphore
    private let ready = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)
    private let lock = NSLock()
    private var waiting: [Result<Element?, any Error>] = []
    private var isAbandoned = false
    private var isOver = false

    /// - Parameter make: the next thing; nil after the last. It is called on the other thread alone.
    init(ahead: Int = 3, _ make: @escaping () throws -> Element?) {
        room = DispatchSemaphore(value: ahead)
        nonisolated(unsafe) let make = make
        Thread.detachNewThread { [self] in
            defer { ended.signal() }
            while true {
                room.wait()
                if lock.withLock({ isAbandoned }) { return }
                let made = Result { try make() }
                lock.withLock { waiting.append(made) }
                ready.signal()
                guard case .success(.some) = made else { return }
            }
        }
    }

    /// The next thing; nil after the last, and after an error.
    func next() throws -> Element? {
        if isOver { return nil }
        ready.wait()
        let made = lock.withLock { waiting.removeFirst() }
        room.signal()
        if case .success(.some) = made { return try made.get() }
        isOver = true
        return try made.get()
    }

    /// Ends the making, when nobody will take any more; the other thread has ended when this returns.
    func abandon() {
        lock.withLock { isAbandoned = true }
        room.signal()
        ended.wait()
    }
}
