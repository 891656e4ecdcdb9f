import Glibc

/// A mutual exclusion lock with a condition to wait for.
final class Monitor: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        pthread_cond_destroy(condition)
        mutex.deallocate()
        condition.deallocate()
    }

    func withLock<T>(_ body: () -> T) -> T {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body()
    }

    /// Waits inside `withLock` until another thread wakes it.
    func wait() { pthread_cond_wait(condition, mutex) }

    func wakeAll() { pthread_cond_broadcast(condition) }
}

enum Threads {
    private final class Body {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// Runs the body on `count` threads, the calling one among them, and returns when all are done.
    static func run(_ count: Int, _ body: @escaping @Sendable () -> Void) {
        var threads: [pthread_t] = []
        for _ in 1..<max(1, count) {
            var thread: pthread_t = 0
            let context = Unmanaged.passRetained(Body(body)).toOpaque()
            let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
            defer { attributes.deallocate() }
            pthread_attr_init(attributes)
            // Deeply nested Markdown recurses in the parser.
            pthread_attr_setstacksize(attributes, 8 << 20)
            let status = pthread_create(
                &thread, attributes,
                { context in
                    let body = Unmanaged<Body>.fromOpaque(context.unsafelyUnwrapped).takeRetainedValue()
                    body.run()
                    return nil
                }, context)
            pthread_attr_destroy(attributes)
            if status == 0 { threads.append(thread) } else { Unmanaged<Body>.fromOpaque(context).release() }
        }
        body()
        for thread in threads { pthread_join(thread, nil) }
    }
}
