#pragma once

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <locale.h>
#ifdef Q_OS_MACOS
#include <xlocale.h>
#endif
#endif

namespace consent::central {

/// While it lives, libraries speak English on this thread.
class CLocale
{
public:
#ifdef Q_OS_UNIX
    CLocale()
        : m_own(newlocale(LC_MESSAGES_MASK, "C", duplocale(LC_GLOBAL_LOCALE)))
        , m_before(uselocale(m_own))
    {
    }
    ~CLocale()
    {
        uselocale(m_before);
        freelocale(m_own);
    }
    CLocale(const CLocale &) = delete;
    CLocale &operator=(const CLocale &) = delete;

private:
    locale_t m_own;
    locale_t m_before;
#else
    CLocale() = default;
    CLocale(const CLocale &) = delete;
    CLocale &operator=(const CLocale &) = delete;
#endif
};

} // namespace consent::central
