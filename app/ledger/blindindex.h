#pragma once

#include "base/result.h"
#include "crypto/secretbuffer.h"

#include <QByteArray>
#include <QDate>
#include <QString>

namespace consent::ledger {

class OrganisationKey;

/// Tokens by which a store finds a person without knowing the person: HMAC-SHA-256 under a key derived from the
/// organisation key, cut to 16 bytes. A kind's tokens never equal another kind's, so columns can't be joined by them.
/// Normalises what it is given: Unicode NFC, no white space or punctuation in names, digits alone in numbers.
class BlindIndex
{
public:
    static constexpr qsizetype TokenBytes = 16;

    /// @return Unavailable when the secure heap is full.
    static Result<BlindIndex> create(const OrganisationKey &organisation);

    int epoch() const noexcept { return m_epoch; }
    /// @param phone domestic digits, with or without hyphens
    QByteArray phone(const QString &phone) const;
    QByteArray phoneLastFour(const QString &phone) const;
    QByteArray name(const QString &name) const;
    QByteArray nameAndBirthDate(const QString &name, QDate birthDate) const;

private:
    BlindIndex(int epoch, crypto::SecretBuffer key)
        : m_epoch(epoch)
        , m_key(std::move(key))
    {
    }
    QByteArray token(const char *kind, const QString &value) const;

    int m_epoch;
    crypto::SecretBuffer m_key;
};

} // namespace consent::ledger
