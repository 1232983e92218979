import Foundation

/// One thread makes parts, some change them, the caller takes them in the order they were made. Few are under way at a
/// time, so that memory is bounded.
final class Pipeline<Part: Sendable, Product: Sendable>: @unchecked Sendable {
    private let condition = NSCondition()
    private let workers: Int
    private let room: Int
    private var waiting: [(number: Int, part: Part)] = []
    private var done: [Int: Result<Product, any Error>] = [:]
    private var made = 0
    private var taken = 0
    private var end: Result<Void, any Error>?
    private var isStopped = false
    /// Threads that have not ended.
    private var running = 0

    /// A transaction takes many parts before it writes them: until it comes back, the others go on.
    init(workers: Int) { (self.workers, room) = (workers, 32) }

    /// - Parameters:
    ///   - produce: makes the parts; it stops when giving one returns false.
    ///   - worker: makes what changes a part, once for each thread.
    func start(
        produce: @escaping @Sendable ((Part) -> Bool) throws -> Void,
        worker: @escaping @Sendable () -> (Part) throws -> Product
    ) {
        running = workers + 1
        Thread.detachNewThread { [self] in
            let result = Result { try produce(give) }
            condition.withLock {
                end = result
                running -= 1
                condition.broadcast()
            }
        }
        for _ in 0..<workers {
            Thread.detachNewThread { [self] in
                let change = worker()
                while let (number, part) = take() {
                    let result = Result { try change(part) }
                    condition.withLock {
                        done[number] = result
                        condition.broadcast()
                    }
                }
                condition.withLock {
                    running -= 1
                    condition.broadcast()
                }
            }
        }
    }

    /// The next product; nil after the last.
    ///
    /// - Throws: what a worker threw for it; what `produce` threw, after all that it had made.
    func next() throws -> Product? {
        condition.lock()
        defer { condition.unlock() }
        while true {
            if let result = done.removeValue(forKey: taken) {
                taken += 1
                condition.broadcast()
                return try result.get()
            }
            if let end, taken == made {
                try end.get()
                return nil
            }
            condition.wait()
        }
    }

    /// Lets all threads end, and waits for them: what they hold is free then.
    func stop() {
        condition.withLock {
            isStopped = true
            (waiting, done) = ([], [:])
            condition.broadcast()
            while running > 0 { condition.wait() }
        }
    }

    private func give(_ part: Part) -> Bool {
        condition.lock()
        defer { condition.unlock() }
        while made - taken >= room, !isStopped { condition.wait() }
        if isStopped { return false }
        waiting.append((made, part))
        made += 1
        condition.broadcast()
        return true
    }

    private func take() -> (Int, Part)? {
        condition.lock()
        defer { condition.unlock() }
        while waiting.isEmpty {
            if isStopped || end != nil { return nil }
            condition.wait()
        }
        return waiting.removeFirst()
    }
}
