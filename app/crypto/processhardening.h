#pragma once

namespace consent::crypto {

/// How far the memory of this process is closed to others.
struct ProcessHardening
{
    bool coreDumpsOff = false;     ///< A crash writes no memory to disk.
    bool notInspectable = false;   ///< No other process of the same user can read its memory (Linux).
    bool secureHeapLocked = false; ///< Secrets are never swapped out.

    bool isComplete() const noexcept { return coreDumpsOff && notInspectable && secureHeapLocked; }
};

/// Closes the memory as far as the system lets it. First thing in main(), before any secret exists and any thread runs.
/// What fails is said in the answer, for the log; the program may go on.
ProcessHardening hardenProcess() noexcept;

} // namespace consent::crypto
