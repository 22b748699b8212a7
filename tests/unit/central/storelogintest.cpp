#include "central/storelogin.h"

#include "crypto/base64url.h"
#include "crypto/hash.h"

#include <QRegularExpression>
#include <QTest>

using namespace consent;
using namespace consent::central;
using namespace Qt::StringLiterals;
using crypto::bytesOf;

namespace {

const QString storeId = u"0190a000-0000-7000-8000-00000000000a"_s;

QByteArray xored(const QByteArray &a, const crypto::Digest &b)
{
    QByteArray out = a;
    for (qsizetype i = 0; i < out.size(); ++i)
        out[i] = static_cast<char>(static_cast<std::uint8_t>(out[i]) ^ b[static_cast<std::size_t>(i)]);
    return out;
}

} // namespace

class StoreLoginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyNamesThatADatabaseRoleCanHaveAreLogins();
    void theSaltDependsOnStoreAndLoginAlone();
    void theStorePasswordIsNeitherThePasswordNorTheKeyThatOpensTheSlot();
    void theVerifierAnswersThePublishedExchange();
    void everyVerifierHasASaltOfItsOwn();
};

void StoreLoginTest::onlyNamesThatADatabaseRoleCanHaveAreLogins()
{
    for (const auto *good : {u"a", u"kim.sangdam", u"a0._-", u"abcdefghijklmnopqrstuvwxyz01234"})
        QVERIFY2(isStoreLogin(QString::fromUtf16(good)), qPrintable(QString::fromUtf16(good)));
    for (const auto *bad : {u"", u"Kim", u"1kim", u".kim", u"kim sangdam", u"김상담", u"kim\"", u"kim'",
                            u"abcdefghijklmnopqrstuvwxyz012345"})
        QVERIFY2(!isStoreLogin(QString::fromUtf16(bad)), qPrintable(QString::fromUtf16(bad)));
}

void StoreLoginTest::theSaltDependsOnStoreAndLoginAlone()
{
    const QByteArray salt = loginSalt(storeId, u"kim"_s);
    QCOMPARE(salt.size(), qsizetype(vault::PasswordKey::SaltBytes));
    QCOMPARE(salt, crypto::toByteArray(crypto::sha256(
                       bytesOf(QByteArray("consentdesk login salt v1\n0190a000-0000-7000-8000-00000000000a\nkim")))));
    QVERIFY(salt != loginSalt(storeId, u"lee"_s));
    QVERIFY(salt != loginSalt(u"0190a000-0000-7000-8000-00000000000b"_s, u"kim"_s));
}

void StoreLoginTest::theStorePasswordIsNeitherThePasswordNorTheKeyThatOpensTheSlot()
{
    const auto key = storePasswordKey(u"correct horse battery", storeId, u"kim"_s);
    QVERIFY(key);
    const auto password = storePassword(*key);
    QVERIFY(password);
    QCOMPARE(password->size(), std::size_t(43));
    const QByteArray text = crypto::toByteArray(password->span());
    QVERIFY(text != crypto::base64UrlEncode(key->key().span()));
    QVERIFY(!text.contains("correct"));
    const auto again = storePasswordKey(u"correct horse battery", storeId, u"kim"_s);
    QVERIFY(again);
    QCOMPARE(crypto::toByteArray(storePassword(*again)->span()), text);
}

/// The example of RFC 7677, 3: what a server does with the verifier accepts the client's proof of the example, and
/// gives the signature of the example.
void StoreLoginTest::theVerifierAnswersThePublishedExchange()
{
    const QByteArray salt = QByteArray::fromBase64("W22ZaJ0SNY7soEsUEjb6gQ==");
    const auto verifier = scramVerifier(bytesOf(std::string_view("pencil")), bytesOf(salt), 4096);
    QVERIFY(verifier);
    static const QRegularExpression form(u"^SCRAM-SHA-256\\$4096:([^$]+)\\$([^:]+):(.+)$"_s);
    const auto match = form.match(QString::fromLatin1(*verifier));
    QVERIFY(match.hasMatch());
    QCOMPARE(QByteArray::fromBase64(match.captured(1).toLatin1()), salt);
    const QByteArray stored = QByteArray::fromBase64(match.captured(2).toLatin1());
    const QByteArray server = QByteArray::fromBase64(match.captured(3).toLatin1());

    const QByteArray nonce = "rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
    const QByteArray exchange =
        "n=user,r=rOprNGfwEbeRWgbNEkqO,r=" + nonce + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,c=biws,r=" + nonce;
    const QByteArray proof = QByteArray::fromBase64("dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=");
    const QByteArray clientKey = xored(proof, crypto::hmacSha256(bytesOf(stored), bytesOf(exchange)));
    QCOMPARE(crypto::toByteArray(crypto::sha256(bytesOf(clientKey))), stored);
    QCOMPARE(crypto::toByteArray(crypto::hmacSha256(bytesOf(server), bytesOf(exchange))).toBase64(),
             QByteArray("6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="));
}

void StoreLoginTest::everyVerifierHasASaltOfItsOwn()
{
    const auto password = crypto::SecretBuffer::copyOf(bytesOf(std::string_view("0123456789")));
    QVERIFY(password);
    const auto first = scramVerifier(*password);
    const auto second = scramVerifier(*password);
    QVERIFY(first && second);
    QVERIFY(*first != *second);
    QVERIFY(!first->contains("0123456789"));
}

QTEST_GUILESS_MAIN(StoreLoginTest)
#include "storelogintest.moc"
