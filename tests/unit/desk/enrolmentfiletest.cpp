#include "desk/joining/enrolmentfile.h"

#include "crypto/base64url.h"
#include "desk/session/shippedfiles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace consent;
using namespace consent::desk;
using namespace Qt::StringLiterals;

namespace {

EnrolmentTicket ticket()
{
    EnrolmentTicket made;
    made.storeId = u"0190a000-0000-7000-8000-00000000000a"_s;
    made.address = u"postgresql://store.example:5432/consentdesk"_s;
    made.caPem = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    made.enrolment = central::EnrolmentId::create();
    made.device = DeviceId::create();
    made.branch = u"centre"_s;
    made.secret = std::move(*crypto::SecretBuffer::random(EnrolmentTicket::SecretBytes));
    made.expires = fromMs(1'700'000'000'000);
    made.organisationJson = shippedfiles::organisation();
    return made;
}

} // namespace

class EnrolmentFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCodeIsReadAsPeopleTypeIt();
    void everySingleWrongLetterAndEveryExchangeIsFound();
    void aCodeOfAnotherLengthOrWithStrangeLettersIsRefusedInWords();
    void whatGoesInComesOut();
    void theFileSaysNothingWithoutItsCode();
    void anotherCodeDoesNotOpenIt();
    void everyAlteredByteIsRefused();
    void otherFilesAreRefusedInWords();
    void aTicketWithAMissingMemberIsRefused();
};

void EnrolmentFileTest::aCodeIsReadAsPeopleTypeIt()
{
    const auto code = EnrolmentCode::create();
    QVERIFY(code);
    static const QRegularExpression form(u"^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$"_s);
    QVERIFY2(form.match(code->grouped()).hasMatch(), qPrintable(code->grouped()));
    QString careless = u"  "_s + code->grouped().toLower().replace(u'-', u' ') + u' ';
    careless.replace(u'0', u'o');
    careless.replace(u'1', u'l');
    const auto read = EnrolmentCode::parse(careless);
    QVERIFY(read);
    QCOMPARE(read->letters(), code->letters());
    QVERIFY(EnrolmentCode::create()->letters() != code->letters());
}

void EnrolmentFileTest::everySingleWrongLetterAndEveryExchangeIsFound()
{
    const QString letters = EnrolmentCode::create()->letters();
    const QString alphabet = u"0123456789ABCDEFGHJKMNPQRSTVWXYZ"_s;
    for (qsizetype at = 0; at < letters.size(); ++at) {
        for (const QChar letter : alphabet) {
            QString wrong = letters;
            wrong[at] = letter;
            QCOMPARE(EnrolmentCode::parse(wrong).ok(), letter == letters[at]);
        }
        for (qsizetype other = at + 1; other < letters.size(); ++other) {
            QString exchanged = letters;
            exchanged[at] = letters[other];
            exchanged[other] = letters[at];
            QCOMPARE(EnrolmentCode::parse(exchanged).ok(), letters[at] == letters[other]);
        }
    }
}

void EnrolmentFileTest::aCodeOfAnotherLengthOrWithStrangeLettersIsRefusedInWords()
{
    const QString letters = EnrolmentCode::create()->letters();
    for (const QString &wrong : {QString(), letters.chopped(1), letters + u'0', u"가"_s + letters.sliced(1),
                                 u"U"_s + letters.sliced(1), QString(100'000, u'A')}) {
        const auto read = EnrolmentCode::parse(wrong);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::InvalidArgument);
        QVERIFY(!read.error().message.isEmpty());
    }
}

void EnrolmentFileTest::whatGoesInComesOut()
{
    const auto code = EnrolmentCode::create();
    const EnrolmentTicket given = ticket();
    const auto file = enrolmentfile::write(given, *code);
    QVERIFY(file);
    const auto read = enrolmentfile::read(*file, *code);
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().detail));
    QCOMPARE(read->storeId, given.storeId);
    QCOMPARE(read->address, given.address);
    QCOMPARE(read->caPem, given.caPem);
    QCOMPARE(read->enrolment, given.enrolment);
    QCOMPARE(read->device, given.device);
    QCOMPARE(read->branch, given.branch);
    QCOMPARE(crypto::toByteArray(read->secret.span()), crypto::toByteArray(given.secret.span()));
    QCOMPARE(read->expires, given.expires);
    QCOMPARE(read->organisationJson, given.organisationJson);
}

void EnrolmentFileTest::theFileSaysNothingWithoutItsCode()
{
    const auto code = EnrolmentCode::create();
    const EnrolmentTicket given = ticket();
    const auto file = enrolmentfile::write(given, *code);
    QVERIFY(file);
    for (const QByteArray &hidden :
         {given.address.toLatin1(), given.storeId.toLatin1(), given.device.toString().toLatin1(), QByteArray("centre"),
          code->letters().toLatin1(), crypto::base64UrlEncode(given.secret.span())})
        QVERIFY(!file->contains(hidden));
}

void EnrolmentFileTest::anotherCodeDoesNotOpenIt()
{
    const auto file = enrolmentfile::write(ticket(), *EnrolmentCode::create());
    const auto read = enrolmentfile::read(*file, *EnrolmentCode::create());
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::WrongPassword);
}

void EnrolmentFileTest::everyAlteredByteIsRefused()
{
    const auto code = EnrolmentCode::create();
    const auto file = enrolmentfile::write(ticket(), *code);
    const QByteArray sealed = QJsonDocument::fromJson(*file).object().value(u"sealed").toString().toLatin1();
    // scrypt makes each try slow, so a spread of places.
    for (const double part : {0.1, 0.5, 0.9, 0.999}) {
        QJsonObject json = QJsonDocument::fromJson(*file).object();
        QByteArray altered = sealed;
        const qsizetype at = qsizetype(double(altered.size()) * part);
        altered[at] = altered.at(at) == 'A' ? 'B' : 'A';
        json.insert(u"sealed"_s, QString::fromLatin1(altered));
        QVERIFY(!enrolmentfile::read(QJsonDocument(json).toJson(), *code));
    }
}

void EnrolmentFileTest::otherFilesAreRefusedInWords()
{
    const auto code = EnrolmentCode::create();
    const auto file = enrolmentfile::write(ticket(), *code);
    QJsonObject newer = QJsonDocument::fromJson(*file).object();
    newer.insert(u"version"_s, 2);
    QCOMPARE(enrolmentfile::read(QJsonDocument(newer).toJson(), *code).error().kind, ErrorKind::TooNew);
    QJsonObject noSalt = QJsonDocument::fromJson(*file).object();
    noSalt.remove(u"salt"_s);
    for (const QByteArray &other :
         {QByteArray(), QByteArray("{}"), QByteArray("%PDF-1.7"), QByteArray("[1,2]"), file->chopped(10),
          QByteArray(2 * 1024 * 1024, ' '), QJsonDocument(noSalt).toJson()}) {
        const auto read = enrolmentfile::read(other, *code);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::InvalidArgument);
    }
}

void EnrolmentFileTest::aTicketWithAMissingMemberIsRefused()
{
    const QJsonObject whole{
        {u"storeId"_s, u"0190a000-0000-7000-8000-00000000000a"_s},
        {u"address"_s, u"postgresql://store.example/consentdesk"_s},
        {u"ca"_s, QString()},
        {u"enrolment"_s, newUuid()},
        {u"device"_s, newUuid()},
        {u"branch"_s, u"centre"_s},
        {u"secret"_s, QString(43, u'A')},
        {u"expires"_s, qint64{1'700'000'000'000}},
        {u"organisation"_s, QString::fromUtf8(shippedfiles::organisation())},
    };
    const auto parse = [](const QJsonObject &json) {
        const QByteArray bytes = QJsonDocument(json).toJson();
        return enrolmentfile::parseTicket(crypto::bytesOf(bytes));
    };
    QVERIFY(parse(whole));
    for (const QString &member : whole.keys()) {
        QJsonObject less = whole;
        less.remove(member);
        QCOMPARE(parse(less).ok(), member == u"ca");
        less.insert(member, QJsonArray{1});
        QCOMPARE(parse(less).ok(), member == u"ca");
    }
    QJsonObject stranger = whole;
    stranger.insert(u"branch"_s, u"elsewhere"_s);
    QVERIFY(!parse(stranger));
    QJsonObject spaced = whole;
    spaced.insert(u"address"_s, u"postgresql://a/b c"_s);
    QVERIFY(!parse(spaced));
}

QTEST_GUILESS_MAIN(EnrolmentFileTest)
#include "enrolmentfiletest.moc"
