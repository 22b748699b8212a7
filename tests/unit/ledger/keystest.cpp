#include "testdesk.h"

#include "crypto/base64url.h"
#include "ledger/blindindex.h"
#include "ledger/userkeys.h"

#include <QTest>

#include <set>

using namespace consent;
using namespace consent::ledger;
using namespace samples;

class KeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dataKeyOpensAgainInAnotherSession();
    void wrappedKeyOpensForItsSubjectAndIdOnly();
    void keysOfDestroyedEpochsDoNotOpen();
    void rotationKeepsTheDataKey();
    void openKeysAreBounded();
    void erasedKeyIsForgotten();
    void userKeysOpenWithTheirPasswordOnly();
    void changedPasswordOpensTheSamePair();
    void damagedUserKeysAreRefused();
    void organisationKeyOpensForItsUserOnly();
    void blindTokensNormalise_data();
    void blindTokensNormalise();
    void blindTokensOfKindsAndOrganisationsDiffer();
    void blindTokenIsTheDocumentedHmac();
};

namespace {

crypto::SecretBuffer secretOf(const char *text)
{
    QByteArray bytes(text);
    bytes.resize(32, 'x');
    return *crypto::SecretBuffer::copyOf(crypto::bytesOf(bytes));
}

bool sameSecret(const crypto::SecretBuffer &a, const crypto::SecretBuffer &b)
{
    return crypto::toByteArray(a.span()) == crypto::toByteArray(b.span());
}

} // namespace

void KeysTest::dataKeyOpensAgainInAnotherSession()
{
    TestDesk desk;
    DataKeys session(desk.organisation());
    const DataKey opened = must(session.open(desk.dataKey().wrapped));
    QVERIFY(sameSecret(*opened.secret, *desk.dataKey().open.secret));
    QCOMPARE(desk.dataKey().wrapped.wrapped.size(), 40);
    QCOMPARE(desk.dataKey().wrapped.epoch, 1);
    const NewDataKey other = must(session.create(desk.subject()));
    QVERIFY(!sameSecret(*other.open.secret, *opened.secret));
}

void KeysTest::wrappedKeyOpensForItsSubjectAndIdOnly()
{
    TestDesk desk;
    const WrappedDataKey right = desk.dataKey().wrapped;
    WrappedDataKey moved = right;
    moved.subject = SubjectId::create();
    QCOMPARE(desk.dataKeys().open(moved).error().kind, ErrorKind::Damaged); // though the key itself is open already
    moved = right;
    moved.id = DataKeyId::create();
    QCOMPARE(desk.dataKeys().open(moved).error().kind, ErrorKind::Damaged);
    DataKeys session(desk.organisation());
    for (qsizetype i = 0; i < right.wrapped.size(); ++i) {
        WrappedDataKey flipped = right;
        flipped.wrapped[i] = char(flipped.wrapped[i] ^ 1);
        QCOMPARE(session.open(flipped).error().kind, ErrorKind::Damaged);
    }
    WrappedDataKey cut = right;
    cut.wrapped.chop(8);
    QVERIFY(!session.open(cut).ok());
    QVERIFY(session.open(right).ok());
}

void KeysTest::keysOfDestroyedEpochsDoNotOpen()
{
    TestDesk desk;
    DataKeys session(desk.organisation());
    desk.organisation().remove(1);
    QCOMPARE(session.open(desk.dataKey().wrapped).error().kind, ErrorKind::NotFound);
    QCOMPARE(session.create(desk.subject()).error().kind, ErrorKind::NotFound);
}

void KeysTest::rotationKeepsTheDataKey()
{
    TestDesk desk;
    desk.organisation().add(must(OrganisationKey::generate(2)));
    const WrappedDataKey rewrapped = must(desk.dataKeys().rewrap(desk.dataKey().wrapped));
    QCOMPARE(rewrapped.epoch, 2);
    QCOMPARE(rewrapped.id, desk.dataKey().wrapped.id);
    desk.organisation().remove(1);
    DataKeys session(desk.organisation());
    QVERIFY(sameSecret(*must(session.open(rewrapped)).secret, *desk.dataKey().open.secret));
    QCOMPARE(must(session.create(desk.subject())).wrapped.epoch, 2);
}

void KeysTest::openKeysAreBounded()
{
    TestDesk desk;
    DataKeys keys(desk.organisation(), 3);
    std::vector<WrappedDataKey> made;
    for (int i = 0; i < 10; ++i) {
        made.push_back(must(keys.create(SubjectId::create())).wrapped);
        QVERIFY(keys.openCount() <= 3);
    }
    for (const WrappedDataKey &wrapped : made)
        QVERIFY(keys.open(wrapped).ok());
    QCOMPARE(keys.openCount(), std::size_t(3));
    // Far more keys than the secure heap holds at once.
    for (int i = 0; i < 40'000; ++i)
        QVERIFY(keys.create(desk.subject()).ok());
    keys.clear();
    QCOMPARE(keys.openCount(), std::size_t(0));
}

void KeysTest::erasedKeyIsForgotten()
{
    TestDesk desk;
    const auto before = desk.dataKeys().openCount();
    desk.dataKeys().forget(desk.dataKey().wrapped.id);
    QCOMPARE(desk.dataKeys().openCount(), before - 1);
    desk.organisation().remove(1);
    QVERIFY(!desk.dataKeys().open(desk.dataKey().wrapped).ok());
}

void KeysTest::userKeysOpenWithTheirPasswordOnly()
{
    const UserKeys keys = must(UserKeys::generate(UserId::create()));
    const UserKeyRecord record = must(keys.seal(secretOf("right")));
    QVERIFY(!record.publicKey.contains(u"d"_s));
    const UserKeys again = must(UserKeys::unlock(record, secretOf("right")));
    QCOMPARE(again.publicKey().thumbprint(), keys.publicKey().thumbprint());
    QCOMPARE(UserKeys::unlock(record, secretOf("wrong")).error().kind, ErrorKind::WrongPassword);
    UserKeyRecord another = record;
    another.user = UserId::create();
    QCOMPARE(UserKeys::unlock(another, secretOf("right")).error().kind, ErrorKind::WrongPassword);
}

void KeysTest::changedPasswordOpensTheSamePair()
{
    const UserKeys keys = must(UserKeys::generate(UserId::create()));
    const auto organisation = must(OrganisationKey::generate(4));
    const QByteArray wrapped = must(organisation.wrapFor(keys.publicKey()));
    const UserKeys opened = must(UserKeys::unlock(must(keys.seal(secretOf("old"))), secretOf("old")));
    const UserKeyRecord record = must(opened.seal(secretOf("new")));
    QVERIFY(!UserKeys::unlock(record, secretOf("old")).ok());
    const UserKeys changed = must(UserKeys::unlock(record, secretOf("new")));
    QVERIFY(sameSecret(must(changed.openOrganisationKey(wrapped, 4)).secret(), organisation.secret()));
}

void KeysTest::damagedUserKeysAreRefused()
{
    const UserKeys keys = must(UserKeys::generate(UserId::create()));
    const UserKeyRecord record = must(keys.seal(secretOf("right")));
    UserKeyRecord damaged = record;
    damaged.publicKey = must(UserKeys::generate(UserId::create())).publicKey().toJwk();
    QCOMPARE(UserKeys::unlock(damaged, secretOf("right")).error().kind, ErrorKind::Damaged);
    damaged = record;
    damaged.wrappedPrivate = "nothing";
    QCOMPARE(UserKeys::unlock(damaged, secretOf("right")).error().kind, ErrorKind::Damaged);
}

void KeysTest::organisationKeyOpensForItsUserOnly()
{
    const UserKeys mine = must(UserKeys::generate(UserId::create()));
    const UserKeys other = must(UserKeys::generate(UserId::create()));
    const auto organisation = must(OrganisationKey::generate(3));
    const QByteArray wrapped = must(organisation.wrapFor(mine.publicKey()));
    const auto opened = mine.openOrganisationKey(wrapped, 3);
    QVERIFY(sameSecret(opened->secret(), organisation.secret()));
    QCOMPARE(opened->epoch(), 3);
    QCOMPARE(mine.openOrganisationKey(wrapped, 2).error().kind, ErrorKind::Damaged); // an older key passed off as newer
    QCOMPARE(other.openOrganisationKey(wrapped, 3).error().kind, ErrorKind::Damaged);
    QVERIFY(!OrganisationKey::fromSecret(0, secretOf("x")).ok());
    QVERIFY(!OrganisationKey::fromSecret(1, *crypto::SecretBuffer::zeroed(31)).ok());
}

void KeysTest::blindTokensNormalise_data()
{
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"01000001234"_s << u"홍시험"_s;
    QTest::newRow("hyphens and blanks") << u"010-0000-1234"_s << u" 홍 시험 "_s;
    QTest::newRow("decomposed") << u"010 0000 1234"_s << u"홍시험"_s.normalized(QString::NormalizationForm_D);
    QTest::newRow("full-width digits") << u"０１０００００１２３４"_s << u"홍시험"_s;
}

void KeysTest::blindTokensNormalise()
{
    QFETCH(const QString, phone);
    QFETCH(const QString, name);
    static const OrganisationKey organisation = must(OrganisationKey::fromSecret(1, secretOf("organisation")));
    const BlindIndex index = must(BlindIndex::create(organisation));
    QCOMPARE(index.phone(phone), index.phone(u"01000001234"_s));
    QCOMPARE(index.phoneLastFour(phone), index.phoneLastFour(u"1234"_s));
    QCOMPARE(index.name(name), index.name(u"홍시험"_s));
    QCOMPARE(index.nameAndBirthDate(name, QDate(1990, 1, 2)), index.nameAndBirthDate(u"홍시험"_s, QDate(1990, 1, 2)));
    QCOMPARE(index.name(u"Kim, Test-A."_s), index.name(u"kim test a"_s));
}

void KeysTest::blindTokensOfKindsAndOrganisationsDiffer()
{
    const BlindIndex one = must(BlindIndex::create(must(OrganisationKey::fromSecret(1, secretOf("one")))));
    const BlindIndex two = must(BlindIndex::create(must(OrganisationKey::fromSecret(1, secretOf("two")))));
    std::set<QByteArray> tokens;
    for (const BlindIndex *index : {&one, &two}) {
        for (const QByteArray &token :
             {index->phone(u"1234"_s), index->phoneLastFour(u"1234"_s), index->name(u"1234"_s),
              index->nameAndBirthDate(u"1234"_s, QDate(1990, 1, 2))}) {
            QCOMPARE(token.size(), BlindIndex::TokenBytes);
            QVERIFY(tokens.insert(token).second);
        }
    }
}

void KeysTest::blindTokenIsTheDocumentedHmac()
{
    // Computed with Python's hmac and hashlib: HKDF(secret, no salt, "consentdesk blind index v1"), then
    // HMAC-SHA-256("phone" NUL "01000001234"), first 16 bytes.
    const BlindIndex index = must(BlindIndex::create(must(OrganisationKey::fromSecret(1, secretOf("organisation")))));
    QCOMPARE(index.phone(u"010-0000-1234"_s).toHex(), QByteArray("bc252735d4f65aeed19dfd5637ca8902"));
}

QTEST_GUILESS_MAIN(KeysTest)
#include "keystest.moc"
