#include "vault/keys/keyslots.h"

#include "crypto/base64url.h"
#include "crypto/jwe.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace consent;
using namespace consent::vault;
using namespace Qt::StringLiterals;
using crypto::SecretBuffer;

namespace {

constexpr crypto::ScryptParameters Cheap{.logN = PasswordKey::LowestLogN};

SecretBuffer secret(char letter)
{
    return SecretBuffer::copyOf(crypto::bytesOf(QByteArray(32, letter))).value();
}

DatabaseKeys keys(std::initializer_list<std::pair<int, char>> list)
{
    DatabaseKeys made;
    for (const auto &[epoch, letter] : list)
        made.emplace(epoch, secret(letter));
    return made;
}

QByteArray keyAt(const KeySlots::Opened &opened, int epoch)
{
    const auto found = opened.databaseKeys.find(epoch);
    return found == opened.databaseKeys.end() ? QByteArray() : crypto::toByteArray(found->second.span());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class KeySlotsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void whoWasAddedOpensAndNobodyElse();
    void loginsAreComparedAsPeopleTypeThem();
    void passwordsAreComparedAsPeopleTypeThem();
    void noLoginNameLiesInTheFile();
    void deviceSecretIsNeededAndMustBeTheRightOne();
    void deskWithoutKeychainOpensWithThePasswordAlone();
    void changedPasswordOpensAndTheOldOneDoesNot();
    void removedUserStaysOutInBothCopies();
    void theLastUserCannotBeRemoved();
    void slotsAreNotMadeTwice();
    void wrongArgumentsAreRefused();
    void everySlotGetsTheKeyOfANewEpoch();
    void oldEpochsAreForgotten();
    void aKeySlippedInByAStrangerIsRefused();
    void whoeverHoldsTheOrganisationsKeyOpensItsSlot();
    void theOrganisationsSlotIsNoUser();
    void aSlotIsPutInThePlaceOfTheOneBefore();
    void slotsThatStillHoldARetiredKeyAreCounted();
    void theOthersCanBeMadeToBeginAnew();
    void aFullDiskLeavesTheFormerState();

private:
    QString path() const { return m_folder->filePath(u"cache.slots"_s); }
    KeySlots slotsWithTwoUsers();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PasswordKey> m_kim;
    std::unique_ptr<PasswordKey> m_lee;
    SecretBuffer m_device;
    UserId m_kimId = UserId::create();
    UserId m_leeId = UserId::create();
};

void KeySlotsTest::initTestCase()
{
    m_kim = std::make_unique<PasswordKey>(PasswordKey::create(u"kim's password", Cheap).value());
    m_lee = std::make_unique<PasswordKey>(PasswordKey::create(u"이의 비밀번호", Cheap).value());
    m_device = secret('d');
}

void KeySlotsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

KeySlots KeySlotsTest::slotsWithTwoUsers()
{
    KeySlots keySlots = KeySlots::create(path(), &m_device).value();
    if (!keySlots.add(u"kim", m_kimId, *m_kim, &m_device, keys({{1, 'a'}})) ||
        !keySlots.add(u"lee", m_leeId, *m_lee, &m_device, keys({{1, 'a'}})))
        qFatal("no slots");
    return keySlots;
}

void KeySlotsTest::whoWasAddedOpensAndNobodyElse()
{
    QVERIFY(slotsWithTwoUsers().needsDeviceSecret());
    const auto loaded = KeySlots::load(path());
    QVERIFY(loaded);
    QCOMPARE(loaded->userCount(), 2);
    QVERIFY(!loaded->fromSecondCopy());
    const auto kim = loaded->open(u"kim", u"kim's password", &m_device);
    QVERIFY(kim);
    QCOMPARE(kim->user, m_kimId);
    QCOMPARE(keyAt(*kim, 1), QByteArray(32, 'a'));
    QCOMPARE(crypto::toByteArray(kim->passwordKey.key().span()), crypto::toByteArray(m_kim->key().span()));
    const auto lee = loaded->open(u"lee", u"이의 비밀번호", &m_device);
    QVERIFY(lee);
    QCOMPARE(lee->user, m_leeId);

    for (const auto &[login, password] :
         {std::pair{u"kim"_s, u"kim's passwore"_s}, std::pair{u"kim"_s, u""_s},
          std::pair{u"lee"_s, u"kim's password"_s}, std::pair{u"park"_s, u"kim's password"_s}}) {
        const auto refused = loaded->open(login, password, &m_device);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::WrongPassword);
    }
}

void KeySlotsTest::loginsAreComparedAsPeopleTypeThem()
{
    const KeySlots keySlots = slotsWithTwoUsers();
    QVERIFY(keySlots.contains(u"kim"));
    QVERIFY(keySlots.contains(u" KIM "));
    QVERIFY(keySlots.contains(u"ｋｉｍ"));
    QVERIFY(!keySlots.contains(u"kimm"));
    QVERIFY(!keySlots.contains(u""));
}

void KeySlotsTest::passwordsAreComparedAsPeopleTypeThem()
{
    const KeySlots keySlots = slotsWithTwoUsers();
    const QString parts = u"이의 비밀번호"_s.normalized(QString::NormalizationForm_D);
    QVERIFY(parts != u"이의 비밀번호"_s);
    QVERIFY(keySlots.open(u"lee", parts, &m_device));
    QVERIFY(!keySlots.open(u"kim", u"Kim's password", &m_device));
}

void KeySlotsTest::noLoginNameLiesInTheFile()
{
    slotsWithTwoUsers();
    for (const QString &file : {path(), path() + u".previous"_s}) {
        const QByteArray content = contentOf(file);
        QVERIFY(content.size() > 500);
        for (const QByteArray &plain : {"kim"_ba, "lee"_ba, m_kimId.toString().toLatin1(), "a2lt"_ba, "bGVl"_ba})
            QVERIFY2(!content.contains(plain), plain.constData());
        QVERIFY(!(QFile::permissions(file) & (QFileDevice::ReadOther | QFileDevice::WriteOther)));
    }
}

void KeySlotsTest::deviceSecretIsNeededAndMustBeTheRightOne()
{
    const KeySlots keySlots = slotsWithTwoUsers();
    const auto without = keySlots.open(u"kim", u"kim's password", nullptr);
    QVERIFY(!without);
    QCOMPARE(without.error().kind, ErrorKind::NotFound);
    const SecretBuffer other = secret('e');
    const auto wrong = keySlots.open(u"kim", u"kim's password", &other);
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().kind, ErrorKind::WrongKey);
    QVERIFY(without.error().message != wrong.error().message);
}

void KeySlotsTest::deskWithoutKeychainOpensWithThePasswordAlone()
{
    KeySlots keySlots = KeySlots::create(path(), nullptr).value();
    QVERIFY(!keySlots.needsDeviceSecret());
    QVERIFY(keySlots.add(u"kim", m_kimId, *m_kim, nullptr, keys({{1, 'a'}})));
    QVERIFY(KeySlots::load(path())->open(u"kim", u"kim's password", nullptr));
    QVERIFY(!keySlots.open(u"kim", u"kim's password", &m_device));
}

void KeySlotsTest::changedPasswordOpensAndTheOldOneDoesNot()
{
    KeySlots keySlots = slotsWithTwoUsers();
    const auto opened = keySlots.open(u"kim", u"kim's password", &m_device);
    const auto fresh = PasswordKey::create(u"new password", Cheap);
    QVERIFY(opened && fresh);
    QVERIFY(keySlots.changePassword(u"kim", *opened, *fresh, &m_device));
    for (const QString &file : {path(), path() + u".previous"_s}) {
        const auto content = SlotsContent::fromBytes(contentOf(file));
        QVERIFY(content);
        for (const SlotEntry &entry : content->entries)
            QVERIFY(entry.salt != m_kim->salt());
    }
    const auto loaded = KeySlots::load(path());
    QVERIFY(loaded);
    QCOMPARE(loaded->open(u"kim", u"kim's password", &m_device).error().kind, ErrorKind::WrongPassword);
    const auto again = loaded->open(u"kim", u"new password", &m_device);
    QVERIFY(again);
    QCOMPARE(again->user, m_kimId);
    QCOMPARE(keyAt(*again, 1), QByteArray(32, 'a'));
    QVERIFY(loaded->open(u"lee", u"이의 비밀번호", &m_device));
}

void KeySlotsTest::removedUserStaysOutInBothCopies()
{
    KeySlots keySlots = slotsWithTwoUsers();
    QVERIFY(keySlots.remove(u"kim"));
    QCOMPARE(keySlots.remove(u"kim").error().kind, ErrorKind::NotFound);
    QVERIFY(QFile::remove(path()));
    const auto fromCopy = KeySlots::load(path());
    QVERIFY(fromCopy);
    QVERIFY(fromCopy->fromSecondCopy());
    QVERIFY(!fromCopy->contains(u"kim"));
    QVERIFY(fromCopy->open(u"lee", u"이의 비밀번호", &m_device));
}

void KeySlotsTest::theLastUserCannotBeRemoved()
{
    KeySlots keySlots = slotsWithTwoUsers();
    QVERIFY(keySlots.remove(u"lee"));
    QCOMPARE(keySlots.remove(u"kim").error().kind, ErrorKind::NotAllowed);
    QVERIFY(KeySlots::load(path())->contains(u"kim"));
}

void KeySlotsTest::slotsAreNotMadeTwice()
{
    KeySlots keySlots = slotsWithTwoUsers();
    QCOMPARE(KeySlots::create(path(), &m_device).error().kind, ErrorKind::AlreadyExists);
    QCOMPARE(keySlots.add(u"Kim", m_leeId, *m_lee, &m_device, keys({{1, 'a'}})).error().kind, ErrorKind::AlreadyExists);
    QVERIFY(QFile::remove(path())); // the copy alone is a desk too
    QCOMPARE(KeySlots::create(path(), &m_device).error().kind, ErrorKind::AlreadyExists);
}

void KeySlotsTest::wrongArgumentsAreRefused()
{
    KeySlots keySlots = slotsWithTwoUsers();
    const QByteArray before = contentOf(path());
    QCOMPARE(keySlots.add(u"  ", m_leeId, *m_lee, &m_device, keys({{1, 'a'}})).error().kind,
             ErrorKind::InvalidArgument);
    QCOMPARE(keySlots.add(u"park", m_leeId, *m_lee, &m_device, {}).error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(keySlots.add(u"park", {}, *m_lee, &m_device, keys({{1, 'a'}})).error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(keySlots.add(u"park", m_leeId, *m_lee, &m_device, keys({{0, 'a'}})).error().kind,
             ErrorKind::InvalidArgument);
    QVERIFY(!keySlots.add(u"park", m_leeId, *m_lee, nullptr, keys({{1, 'a'}})));
    QCOMPARE(contentOf(path()), before);
    QCOMPARE(PasswordKey::create(u"").error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(PasswordKey::create(QString(2000, u'x')).error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(PasswordKey::derive(u"x", QByteArray(32, 's'), {.logN = 14}).error().kind, ErrorKind::Damaged);
    QCOMPARE(PasswordKey::derive(u"x", QByteArray(32, 's'), {.logN = 21}).error().kind, ErrorKind::Damaged);
    QCOMPARE(PasswordKey::derive(u"x", QByteArray(8, 's'), {}).error().kind, ErrorKind::Damaged);
}

void KeySlotsTest::everySlotGetsTheKeyOfANewEpoch()
{
    KeySlots keySlots = slotsWithTwoUsers();
    QVERIFY(keySlots.addEpoch(keys({{1, 'a'}}), 2, secret('b')));
    QVERIFY(keySlots.addEpoch(keys({{1, 'a'}, {2, 'b'}}), 5, secret('c')));
    QCOMPARE(keySlots.addEpoch(keys({{1, 'a'}}), 3, secret('x')).error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(keySlots.addEpoch(keys({{5, 'c'}}), 5, secret('x')).error().kind, ErrorKind::InvalidArgument);
    const auto loaded = KeySlots::load(path());
    QVERIFY(loaded);
    for (const auto &[login, password] :
         {std::pair{u"kim"_s, u"kim's password"_s}, std::pair{u"lee"_s, u"이의 비밀번호"_s}}) {
        const auto opened = loaded->open(login, password, &m_device);
        QVERIFY(opened);
        QCOMPARE(opened->databaseKeys.size(), std::size_t{3});
        QCOMPARE(keyAt(*opened, 1), QByteArray(32, 'a'));
        QCOMPARE(keyAt(*opened, 2), QByteArray(32, 'b'));
        QCOMPARE(keyAt(*opened, 5), QByteArray(32, 'c'));
    }
}

void KeySlotsTest::oldEpochsAreForgotten()
{
    KeySlots keySlots = slotsWithTwoUsers();
    QVERIFY(keySlots.addEpoch(keys({{1, 'a'}}), 2, secret('b')));
    auto opened = keySlots.open(u"kim", u"kim's password", &m_device);
    QVERIFY(opened);
    QCOMPARE(keySlots.forgetEpochsBefore(3, u"kim", *opened, &m_device).error().kind, ErrorKind::InvalidArgument);
    QVERIFY(keySlots.forgetEpochsBefore(2, u"kim", *opened, &m_device));
    const auto again = KeySlots::load(path())->open(u"kim", u"kim's password", &m_device);
    QVERIFY(again);
    QCOMPARE(again->databaseKeys.size(), std::size_t{1});
    QCOMPARE(keyAt(*again, 2), QByteArray(32, 'b'));
    // The other user was not there, and still gets in.
    QCOMPARE(keyAt(KeySlots::load(path())->open(u"lee", u"이의 비밀번호", &m_device).value(), 2), QByteArray(32, 'b'));
}

void KeySlotsTest::aKeySlippedInByAStrangerIsRefused()
{
    KeySlots keySlots = slotsWithTwoUsers();
    // Who can write the file has every public key, but no database key to start from.
    QVERIFY(keySlots.addEpoch(keys({{1, 'x'}}), 2, secret('e')));
    const auto opened = keySlots.open(u"kim", u"kim's password", &m_device);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Damaged);
}

void KeySlotsTest::whoeverHoldsTheOrganisationsKeyOpensItsSlot()
{
    KeySlots made = slotsWithTwoUsers();
    QVERIFY(!made.hasOrganisationSlot());
    QCOMPARE(made.openOrganisationSlot(secret('o'), &m_device).error().kind, ErrorKind::NotFound);
    QVERIFY(made.putOrganisationSlot(secret('o'), m_kimId, &m_device, keys({{1, 'a'}})));
    auto loaded = KeySlots::load(path());
    QVERIFY(loaded);
    const auto opened = loaded->openOrganisationSlot(secret('o'), &m_device);
    QVERIFY(opened);
    QCOMPARE(crypto::toByteArray(opened->at(1).span()), QByteArray(32, 'a'));
    QCOMPARE(loaded->openOrganisationSlot(secret('p'), &m_device).error().kind, ErrorKind::WrongKey);
    QCOMPARE(loaded->openOrganisationSlot(secret('o'), nullptr).error().kind, ErrorKind::NotFound);
    // A new epoch of the database key reaches it like everybody.
    QVERIFY(loaded->addEpoch(keys({{1, 'a'}}), 2, secret('y')));
    const auto later = loaded->openOrganisationSlot(secret('o'), &m_device);
    QVERIFY(later);
    QCOMPARE(crypto::toByteArray(later->at(2).span()), QByteArray(32, 'y'));
}

void KeySlotsTest::theOrganisationsSlotIsNoUser()
{
    KeySlots made = slotsWithTwoUsers();
    const int users = made.userCount();
    QVERIFY(made.putOrganisationSlot(secret('o'), m_kimId, &m_device, keys({{1, 'x'}})));
    QCOMPARE(made.userCount(), users);
    QVERIFY(!made.contains(u"organisation"));
    QVERIFY(!made.contains(u" organisation"));
}

void KeySlotsTest::aSlotIsPutInThePlaceOfTheOneBefore()
{
    KeySlots made = slotsWithTwoUsers();
    const int users = made.userCount();
    const auto fresh = PasswordKey::create(u"another password", Cheap);
    QVERIFY(fresh);
    QVERIFY(made.put(u"kim", m_kimId, *fresh, &m_device, keys({{7, 'z'}})));
    QCOMPARE(made.userCount(), users);
    const auto opened = made.openWith(u"KIM", *fresh, &m_device);
    QVERIFY(opened);
    QCOMPARE(keyAt(*opened, 7), QByteArray(32, 'z'));
    QCOMPARE(made.openWith(u"kim", *m_kim, &m_device).error().kind, ErrorKind::WrongPassword);
}

void KeySlotsTest::slotsThatStillHoldARetiredKeyAreCounted()
{
    KeySlots made = slotsWithTwoUsers();
    auto kim = made.openWith(u"kim", *m_kim, &m_device);
    QVERIFY(kim);
    const int first = kim->databaseKeys.rbegin()->first;
    QCOMPARE(made.countOlderThan(first + 1), 0);
    QVERIFY(made.addEpoch(kim->databaseKeys, first + 1, secret('n')));
    QCOMPARE(made.countOlderThan(first + 1), 2);
    kim = made.openWith(u"kim", *m_kim, &m_device);
    QVERIFY(made.forgetEpochsBefore(first + 1, u"kim", *kim, &m_device));
    QCOMPARE(made.countOlderThan(first + 1), 1);
    auto lee = made.openWith(u"lee", *m_lee, &m_device);
    QVERIFY(made.forgetEpochsBefore(first + 1, u"lee", *lee, &m_device));
    QCOMPARE(made.countOlderThan(first + 1), 0);
}

void KeySlotsTest::theOthersCanBeMadeToBeginAnew()
{
    KeySlots made = slotsWithTwoUsers();
    QVERIFY(made.putOrganisationSlot(secret('o'), m_kimId, &m_device, keys({{1, 'x'}})));
    const auto removed = made.removeOthers(u"kim");
    QVERIFY(removed);
    QCOMPARE(*removed, 1);
    QVERIFY(made.contains(u"kim"));
    QVERIFY(!made.contains(u"lee"));
    QVERIFY(made.hasOrganisationSlot());
    QCOMPARE(made.removeOthers(u"lee").error().kind, ErrorKind::NotFound);
}

void KeySlotsTest::aFullDiskLeavesTheFormerState()
{
    KeySlots keySlots = slotsWithTwoUsers();
    const QByteArray before = contentOf(path());
    // The folder is gone, which fails the write for every user, also for root.
    const QString away = m_folder->path() + u"-away"_s;
    QVERIFY(QFile::rename(m_folder->path(), away));
    const auto failed = keySlots.remove(u"kim");
    QVERIFY(QFile::rename(away, m_folder->path()));
    QVERIFY(!failed);
    QVERIFY(keySlots.contains(u"kim"));
    QCOMPARE(contentOf(path()), before);
    QVERIFY(keySlots.remove(u"kim"));
}

QTEST_APPLESS_MAIN(KeySlotsTest)
#include "keyslotstest.moc"
