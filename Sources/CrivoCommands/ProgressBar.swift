import CrivoDatasets
import CrivoRules
import Glibc

/// One line on standard error that says how far a run is.
struct ProgressBar: Sendable {
    private let start: Double
    private let language: MessageLanguage

    init(language: MessageLanguage) {
        self.language = language
        start = ProgressBar.now()
    }

    func show(_ progress: RunProgress) {
        let elapsed = max(0.001, ProgressBar.now() - start)
        let speed = Int(Double(progress.counts.words) / elapsed)
        var line =
            language == .portuguese
            ? "\(progress.counts.rows) linhas, \(speed) palavras/s" : "\(progress.counts.rows) rows, \(speed) words/s"
        if let total = progress.bytesTotal, total > 0, progress.bytesRead > 0 {
            let share = min(1, Double(progress.bytesRead) / Double(total))
            let filled = Int(share * 24)
            let left = Int(elapsed / share - elapsed)
            let time = "\(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60)"
            line =
                "▕" + String(repeating: "█", count: filled) + String(repeating: " ", count: 24 - filled) + "▏ \(Int(share * 100)) %, "
                + line
            line += language == .portuguese ? ", faltam \(time)" : ", \(time) left"
        }
        write("\r\u{1B}[K" + line)
    }

    func end() { write("\r\u{1B}[K") }

    private func write(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(2, $0.baseAddress, $0.count) }
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
