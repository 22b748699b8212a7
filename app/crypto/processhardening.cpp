#include "crypto/processhardening.h"

#include "crypto/secretbuffer.h"

#ifdef __unix__
#include <sys/resource.h>
#endif
#ifdef __linux__
#include <sys/prctl.h>
#endif

namespace consent::crypto {

namespace {

bool turnCoreDumpsOff() noexcept
{
#ifdef __unix__
    constexpr rlimit none{0, 0}; // the hard limit too, so that nothing later can raise it
    return ::setrlimit(RLIMIT_CORE, &none) == 0;
#else
    return false;
#endif
}

bool closeToInspection() noexcept
{
#ifdef __linux__
    // Also keeps core dumps off where the system pipes them to a program, which ignores the limit.
    return ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
#else
    return false;
#endif
}

} // namespace

ProcessHardening hardenProcess() noexcept
{
    return {.coreDumpsOff = turnCoreDumpsOff(),
            .notInspectable = closeToInspection(),
            .secureHeapLocked = secureHeapIsLocked()};
}

} // namespace consent::crypto
