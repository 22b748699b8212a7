#include "vault/vfs/vfsprocess.h"

#include <atomic>

#ifdef _WIN32
#include <process.h>
#else
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace consent::vault {

namespace {

std::uint64_t processId() noexcept
{
#ifdef _WIN32
    return static_cast<std::uint64_t>(_getpid());
#else
    return static_cast<std::uint64_t>(getpid());
#endif
}

#ifdef MADV_WIPEONFORK
// A page that the kernel zeroes in every forked child, however it was forked. Holds the process id.
std::atomic<std::uint64_t> *wipedOnFork() noexcept
{
    const auto bytes = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    void *page = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED)
        return nullptr;
    if (madvise(page, bytes, MADV_WIPEONFORK) != 0) {
        munmap(page, bytes);
        return nullptr;
    }
    return static_cast<std::atomic<std::uint64_t> *>(page); // zeroed memory is an atomic of value 0
}
#endif

} // namespace

std::uint64_t processGeneration() noexcept
{
#ifdef MADV_WIPEONFORK
    static std::atomic<std::uint64_t> *const remembered = wipedOnFork();
    if (remembered) {
        std::uint64_t known = remembered->load(std::memory_order_relaxed);
        if (known == 0) {
            known = processId();
            remembered->store(known, std::memory_order_relaxed);
        }
        return known;
    }
#endif
    return processId();
}

} // namespace consent::vault
