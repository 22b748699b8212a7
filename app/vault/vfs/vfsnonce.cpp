#include "vault/vfs/vfsnonce.h"

#include "crypto/random.h"
#include "vault/vfs/vfsprocess.h"

#include <algorithm>

namespace consent::vault {

bool NonceSource::redraw() noexcept
{
    if (!crypto::fillRandom(m_next))
        return false;
    m_process = processGeneration();
    return true;
}

bool NonceSource::next(std::span<std::uint8_t, NonceBytes> out) noexcept
{
    if (m_process != processGeneration() && !redraw())
        return false;
    std::ranges::copy(m_next, out.begin());
    for (auto digit = m_next.rbegin(); digit != m_next.rend() && ++*digit == 0; ++digit) {
    }
    return true;
}

} // namespace consent::vault
