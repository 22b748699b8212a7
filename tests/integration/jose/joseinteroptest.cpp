#include "crypto/base64url.h"
#include "crypto/jwe.h"
#include "crypto/jws.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace consent;
using namespace consent::crypto;
using namespace Qt::StringLiterals;

namespace {

const QByteArray SharedKey("0123456789abcdefghijklmnopqrstuv");
const QByteArray Payload(R"({"type":"consent.captured","name":"홍길동","n":1})");

/// Output of a program that must end well within half a minute; null when it does not.
QByteArray run(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(30'000) && process.exitStatus() == QProcess::NormalExit;
    if (!ended || process.exitCode() != 0)
        return {};
    const QByteArray output = process.readAllStandardOutput();
    return output.isNull() ? QByteArray("") : output;
}

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray sharedJwk()
{
    return json({{u"kty"_s, u"oct"_s}, {u"k"_s, QString::fromLatin1(base64UrlEncode(bytesOf(SharedKey)))}});
}

/// Only for handing a test key to another program.
QByteArray privateJwk(const P256PrivateKey &key)
{
    return toByteArray(key.toJwk()->span());
}

} // namespace

/// Each direction with each of the two other programs: "jose" (C) and jwcrypto (Python).
class JoseInteropTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void theyVerifyWhatWeSign_data() { programs(); }
    void theyVerifyWhatWeSign();
    void weVerifyWhatTheySign_data() { programs(); }
    void weVerifyWhatTheySign();
    void theyOpenWhatWeSeal_data() { programs(); }
    void theyOpenWhatWeSeal();
    void weOpenWhatTheySeal_data() { programs(); }
    void weOpenWhatTheySeal();
    void thumbprintsAgree_data() { programs(); }
    void thumbprintsAgree();
    void theyRefuseWhatWasAltered_data() { programs(); }
    void theyRefuseWhatWasAltered();

private:
    enum class Program { Jose, Jwcrypto };
    static void programs();

    QString fileWith(const QString &name, const QByteArray &content) const;
    QByteArray python(const QString &operation, const QByteArray &jwk, const QByteArray &input) const;
    P256PrivateKey newKeyOf(Program program) const;
    QByteArray sign(Program program, const QByteArray &jwk) const;
    QByteArray verify(Program program, const QByteArray &jwk, const QByteArray &compact) const;
    QByteArray seal(Program program, const QString &algorithm, const QByteArray &jwk) const;
    QByteArray open(Program program, const QByteArray &jwk, const QByteArray &compact) const;

    QTemporaryDir m_folder;
};

void JoseInteropTest::programs()
{
    QTest::addColumn<Program>("program");
    QTest::newRow("jose") << Program::Jose;
    QTest::newRow("jwcrypto") << Program::Jwcrypto;
}

void JoseInteropTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QVERIFY2(!run(u"jose"_s, {u"alg"_s}).isEmpty(), "install the package jose");
    QVERIFY2(!run(u"/usr/bin/python3"_s, {u"-c"_s, u"import jwcrypto; print(1)"_s}).isEmpty(),
             "install the package python3-jwcrypto");
}

QString JoseInteropTest::fileWith(const QString &name, const QByteArray &content) const
{
    const QString path = m_folder.filePath(name);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path : QString();
}

QByteArray JoseInteropTest::python(const QString &operation, const QByteArray &jwk, const QByteArray &input) const
{
    const QString script = QStringLiteral(CONSENT_SOURCE_DIR "/tests/integration/jose/jwcrypto_tool.py");
    return run(u"/usr/bin/python3"_s, {script, operation, QString::fromLatin1(jwk)}, input);
}

P256PrivateKey JoseInteropTest::newKeyOf(Program program) const
{
    const QByteArray jwk = program == Program::Jose
                               ? run(u"jose"_s, {u"jwk"_s, u"gen"_s, u"-i"_s, uR"({"kty":"EC","crv":"P-256"})"_s})
                               : python(u"new-key"_s, {}, {});
    auto key = P256PrivateKey::fromJwk(bytesOf(jwk));
    if (!key)
        qFatal("not a key: %s", jwk.constData());
    return std::move(*key);
}

QByteArray JoseInteropTest::sign(Program program, const QByteArray &jwk) const
{
    if (program == Program::Jwcrypto)
        return python(u"sign"_s, jwk, Payload);
    return run(u"jose"_s,
               {u"jws"_s, u"sig"_s, u"-c"_s, u"-I"_s, fileWith(u"payload"_s, Payload), u"-k"_s, fileWith(u"key"_s, jwk),
                u"-s"_s, uR"({"protected":{"alg":"ES256","kid":"other","typ":"consent-event+jws"}})"_s});
}

QByteArray JoseInteropTest::verify(Program program, const QByteArray &jwk, const QByteArray &compact) const
{
    if (program == Program::Jwcrypto)
        return python(u"verify"_s, jwk, compact);
    return run(u"jose"_s, {u"jws"_s, u"ver"_s, u"-i"_s, fileWith(u"jws"_s, compact), u"-k"_s, fileWith(u"key"_s, jwk),
                           u"-O"_s, u"-"_s});
}

QByteArray JoseInteropTest::seal(Program program, const QString &algorithm, const QByteArray &jwk) const
{
    if (program == Program::Jwcrypto)
        return python(algorithm == "dir"_L1 ? u"seal-dir"_s : u"seal-for"_s, jwk, Payload);
    const QByteArray header =
        json({{u"protected"_s, QJsonObject{{u"alg"_s, algorithm}, {u"enc"_s, u"A256GCM"_s}, {u"kid"_s, u"other"_s}}}});
    return run(u"jose"_s, {u"jwe"_s, u"enc"_s, u"-c"_s, u"-I"_s, fileWith(u"payload"_s, Payload), u"-k"_s,
                           fileWith(u"key"_s, jwk), u"-i"_s, QString::fromLatin1(header)});
}

QByteArray JoseInteropTest::open(Program program, const QByteArray &jwk, const QByteArray &compact) const
{
    if (program == Program::Jwcrypto)
        return python(u"open"_s, jwk, compact);
    return run(u"jose"_s, {u"jwe"_s, u"dec"_s, u"-i"_s, fileWith(u"jwe"_s, compact), u"-k"_s, fileWith(u"key"_s, jwk),
                           u"-O"_s, u"-"_s});
}

void JoseInteropTest::theyVerifyWhatWeSign()
{
    QFETCH(const Program, program);
    const auto key = P256PrivateKey::generate();
    QVERIFY(key);
    const auto compact =
        signCompact(Payload, *key, key->publicKey().thumbprint(), u"consent-event+jws"_s, {{u"v"_s, 1}});
    QVERIFY(compact);
    QCOMPARE(verify(program, json(key->publicKey().toJwk()), *compact), Payload);
}

void JoseInteropTest::weVerifyWhatTheySign()
{
    QFETCH(const Program, program);
    const P256PrivateKey key = newKeyOf(program);
    const QByteArray compact = sign(program, privateJwk(key)).trimmed();
    const auto verified = verifyCompact(compact, key.publicKey());
    QVERIFY2(verified, compact.constData());
    QCOMPARE(verified->payload, Payload);
    QCOMPARE(verified->kid, u"other"_s);
    QCOMPARE(verified->typ, u"consent-event+jws"_s);
}

void JoseInteropTest::theyOpenWhatWeSeal()
{
    QFETCH(const Program, program);
    const auto direct = encryptDirect(bytesOf(Payload), bytesOf(SharedKey), u"subject"_s);
    QVERIFY(direct);
    QCOMPARE(open(program, sharedJwk(), *direct), Payload);
    const auto key = P256PrivateKey::generate();
    QVERIFY(key);
    const auto wrapped = encryptFor(bytesOf(Payload), key->publicKey(), u"user"_s, {{u"epoch"_s, 1}});
    QVERIFY(wrapped);
    QCOMPARE(open(program, privateJwk(*key), *wrapped), Payload);
}

void JoseInteropTest::weOpenWhatTheySeal()
{
    QFETCH(const Program, program);
    const QByteArray direct = seal(program, u"dir"_s, sharedJwk()).trimmed();
    const auto opened = decryptDirect(direct, bytesOf(SharedKey));
    QVERIFY2(opened, direct.constData());
    QCOMPARE(*opened, Payload);
    const P256PrivateKey key = newKeyOf(program);
    const QByteArray wrapped = seal(program, u"ECDH-ES+A256KW"_s, json(key.publicKey().toJwk())).trimmed();
    const auto unwrapped = decryptWith(wrapped, key);
    QVERIFY2(unwrapped, wrapped.constData());
    QCOMPARE(*unwrapped, Payload);
    QCOMPARE(readJweHeader(wrapped)->kid, u"other"_s);
}

void JoseInteropTest::thumbprintsAgree()
{
    QFETCH(const Program, program);
    const auto key = P256PrivateKey::generate();
    QVERIFY(key);
    const QByteArray jwk = json(key->publicKey().toJwk());
    const QByteArray theirs =
        program == Program::Jwcrypto
            ? python(u"thumbprint"_s, jwk, {})
            : run(u"jose"_s, {u"jwk"_s, u"thp"_s, u"-a"_s, u"S256"_s, u"-i"_s, fileWith(u"key"_s, jwk)});
    QCOMPARE(QString::fromLatin1(theirs.trimmed()), key->publicKey().thumbprint());
}

void JoseInteropTest::theyRefuseWhatWasAltered()
{
    // Else the tests above could pass with a program that verifies nothing.
    QFETCH(const Program, program);
    const auto key = P256PrivateKey::generate();
    QVERIFY(key);
    QByteArray signedText = signCompact(Payload, *key, {}, {}).value();
    signedText[signedText.size() - 5] = signedText.at(signedText.size() - 5) == 'A' ? 'B' : 'A';
    QVERIFY(verify(program, json(key->publicKey().toJwk()), signedText).isNull());
    QByteArray sealed = encryptDirect(bytesOf(Payload), bytesOf(SharedKey), {}).value();
    sealed[sealed.size() - 5] = sealed.at(sealed.size() - 5) == 'A' ? 'B' : 'A';
    QVERIFY(open(program, sharedJwk(), sealed) != Payload);
}

QTEST_GUILESS_MAIN(JoseInteropTest)
#include "joseinteroptest.moc"
