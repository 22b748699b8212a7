#include "ui/shell/entrancecontroller.h"

#include "base/continuation.h"
#include "base/jsonfile.h"
#include "desk/session/desksession.h"
#include "desk/session/shippedfiles.h"
#include "domain/organisation.h"
#include "ui/shell/centralstoreview.h"
#include "ui/shell/entranceview.h"
#include "ui/shell/firstrunview.h"
#include "ui/shell/signinview.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QPointer>
#include <QtConcurrentRun>

namespace consent::ui {

namespace {

constexpr int samplePeople = 300;
constexpr qint64 largestEnrolmentBytes = 1024 * 1024;
constexpr qint64 largestNoticeBytes = 8 * 1024 * 1024;

QString inLanguage(const domain::LocalText &text)
{
    return QLocale().language() == QLocale::English && !text.en.isEmpty() ? text.en : text.ko;
}

/// What the set-up form brings from files, read beside the UI thread.
struct FormFiles
{
    Result<QByteArray> organisation = QByteArray();
    Result<QByteArray> notice = QByteArray();
};

FormFiles readFiles(const QString &organisation, const QString &notice)
{
    FormFiles files;
    if (!organisation.isEmpty())
        files.organisation = readFileLimited(organisation, domain::Organisation::maxBytes);
    if (!notice.isEmpty())
        files.notice = readFileLimited(notice, largestNoticeBytes);
    return files;
}

} // namespace

EntranceController::EntranceController(EntranceView &view, desk::DeskEntrance &entrance,
                                       const desk::DeskFolders &folders, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_entrance(entrance)
    , m_folders(folders)
{
    FirstRunView &firstRun = view.firstRun();
    connect(&firstRun, &FirstRunView::sampleChosen, this, &EntranceController::beginSample);
    connect(&firstRun, &FirstRunView::setUpChosen, this, &EntranceController::showSetUp);
    connect(&firstRun, &FirstRunView::centralStoreChosen, this, [this] {
        if (m_folders.exists(Purpose::Work)) {
            showSignIn(Purpose::Work);
            return;
        }
        m_view.centralStore().clear();
        m_view.bring(m_view.centralStore());
    });
    connect(&view.centralStore(), &CentralStoreView::backRequested, this, [this] { m_view.bring(m_view.firstRun()); });
    connect(&view.centralStore(), &CentralStoreView::submitted, this, &EntranceController::join);
    connect(&view.setUp(), &SetUpView::backRequested, this, [this] { m_view.bring(m_view.firstRun()); });
    connect(&view.setUp(), &SetUpView::organisationChosen, this, &EntranceController::readOrganisation);
    connect(&view.setUp(), &SetUpView::submitted, this, &EntranceController::setUp);
    connect(&view.signIn(), &SignInView::organisationChosen, this, &EntranceController::showSignIn);
    connect(&view.signIn(), &SignInView::signInRequested, this, &EntranceController::signIn);
    connect(&view.signIn(), &SignInView::otherDeskRequested, this, [this] { m_view.bring(m_view.firstRun()); });
}

void EntranceController::start()
{
    m_view.firstRun().showChoices();
    m_view.setUp().clear();
    if (m_folders.exists(Purpose::Work))
        showSignIn(Purpose::Work);
    else if (m_folders.exists(Purpose::Sample))
        showSignIn(Purpose::Sample);
    else
        m_view.bring(m_view.firstRun());
}

void EntranceController::showSignIn(Purpose purpose)
{
    SignInView &face = m_view.signIn();
    face.clear();
    face.setDesks(purpose, m_folders.exists(Purpose::Work), m_folders.exists(Purpose::Sample));
    m_view.bring(face);
    if (purpose == Purpose::Sample)
        face.suggest(desk::DeskEntrance::sampleSignIn());
    const quint64 asked = ++m_asked;
    continueOn(m_entrance.status(purpose), this, [this, asked, purpose](const Result<desk::EntranceStatus> &status) {
        if (asked != m_asked)
            return;
        if (status)
            m_view.signIn().setStatus(purpose, *status);
        else
            m_view.signIn().refuse(status.error().message);
    });
}

void EntranceController::showSetUp()
{
    if (m_folders.exists(Purpose::Work)) {
        showSignIn(Purpose::Work);
        return;
    }
    m_view.setUp().clear();
    readOrganisation({});
    m_view.bring(m_view.setUp());
}

void EntranceController::readOrganisation(const QString &path)
{
    const quint64 asked = ++m_asked;
    if (path.isEmpty()) {
        m_organisation.clear();
        showOrganisation(desk::shippedfiles::organisation());
        return;
    }
    continueOn(QtConcurrent::run(readFiles, path, QString()), this, [this, asked](const FormFiles &files) {
        if (asked != m_asked)
            return;
        if (!files.organisation) {
            m_view.setUp().setOrganisationFault(files.organisation.error().message);
            return;
        }
        m_organisation = *files.organisation;
        showOrganisation(m_organisation);
    });
}

void EntranceController::showOrganisation(const QByteArray &json)
{
    const auto organisation = domain::Organisation::parse(json);
    if (!organisation) {
        m_view.setUp().setOrganisationFault(organisation.error().message);
        return;
    }
    SetUpView::Organisation shown;
    shown.name = inLanguage(organisation->company);
    shown.passwordMinimumLength = organisation->passwordMinimumLength;
    for (const auto &branch : organisation->branches)
        shown.branches.append({branch.code, branch.name});
    m_view.setUp().setOrganisation(shown);
}

void EntranceController::beginSample()
{
    if (m_folders.exists(Purpose::Sample)) {
        showSignIn(Purpose::Sample);
        return;
    }
    FirstRunView &face = m_view.firstRun();
    face.showProgress(0, samplePeople);
    const QPointer<FirstRunView> shown(&face);
    const auto progress = [shown](int done, int total) { // Called on a worker thread.
        QMetaObject::invokeMethod(
            qApp,
            [shown, done, total] {
                if (shown)
                    shown->showProgress(done, total);
            },
            Qt::QueuedConnection);
    };
    continueOn(m_entrance.setUpSample(samplePeople, progress), this, [this](const Result<void> &made) {
        m_view.firstRun().showChoices(made ? QString() : made.error().message);
        if (!made)
            return;
        showSignIn(Purpose::Sample);
        const desk::SampleSignIn user = desk::DeskEntrance::sampleSignIn();
        signIn(Purpose::Sample, user.login, user.password);
    });
}

void EntranceController::setUp(const SetUpView::Entries &entries)
{
    m_view.setUp().setWorking(true);
    continueOn(QtConcurrent::run(readFiles, QString(), entries.noticeFile), this,
               [this, entries](const FormFiles &files) {
                   m_view.setUp().setWorking(false);
                   if (!files.notice) {
                       m_view.setUp().setFaults({{QStringLiteral("notice"), files.notice.error().message}});
                       return;
                   }
                   desk::SetUpForm form;
                   form.organisationJson = m_organisation;
                   form.branch = entries.branch;
                   form.name = entries.name;
                   form.login = entries.login;
                   form.password = entries.password;
                   form.noticeBytes = *files.notice;
                   form.noticeName = QFileInfo(entries.noticeFile).fileName();
                   found(form);
               });
}

void EntranceController::found(const desk::SetUpForm &form)
{
    const auto faults = m_entrance.check(form);
    if (!faults.empty()) {
        m_view.setUp().setFaults({faults.begin(), faults.end()});
        return;
    }
    m_view.setUp().setWorking(true);
    continueOn(m_entrance.setUp(form), this,
               [this, login = form.login, password = form.password](const Result<void> &made) {
                   if (!made) {
                       m_view.setUp().showError(made.error().message);
                       return;
                   }
                   m_view.setUp().clear();
                   showSignIn(Purpose::Work);
                   signIn(Purpose::Work, login, password);
               });
}

void EntranceController::startAfter(const QString &sentence)
{
    continueOn(m_entrance.takeDownWithdrawn(), this, [this, sentence](const Result<void> &gone) {
        start();
        const QString told = gone ? sentence : gone.error().message;
        if (m_folders.exists(Purpose::Work) || m_folders.exists(Purpose::Sample))
            m_view.signIn().refuse(told);
        else
            m_view.firstRun().showChoices(told);
    });
}

void EntranceController::join(const CentralStoreView::Entries &entries)
{
    m_view.centralStore().setWorking(true);
    continueOn(QtConcurrent::run(readFileLimited, entries.file, largestEnrolmentBytes), this,
               [this, entries](const Result<QByteArray> &file) {
                   if (file)
                       joinWith(entries, *file);
                   else
                       m_view.centralStore().showError(file.error().message);
               });
}

void EntranceController::joinWith(const CentralStoreView::Entries &entries, const QByteArray &file)
{
    const desk::JoinForm form{file, entries.code, entries.login, entries.password, entries.newPassword};
    continueOn(m_entrance.join(form), this, [this, entries](const Result<void> &joined) {
        CentralStoreView &face = m_view.centralStore();
        if (!joined && desk::DeskEntrance::wantsNewPassword(joined.error())) {
            face.wantNewPassword(joined.error().message);
            return;
        }
        if (!joined) {
            face.showError(joined.error().message);
            return;
        }
        face.clear();
        showSignIn(Purpose::Work);
        signIn(Purpose::Work, entries.login, entries.newPassword.isEmpty() ? entries.password : entries.newPassword);
    });
}

void EntranceController::signIn(Purpose purpose, const QString &login, const QString &password,
                                const QString &newPassword)
{
    m_view.signIn().setWorking(true);
    continueOn(m_entrance.signIn(purpose, login, password, newPassword), this,
               [this](const Result<std::shared_ptr<desk::DeskSession>> &session) {
                   if (!session && desk::DeskEntrance::wantsNewPassword(session.error())) {
                       m_view.signIn().wantNewPassword(session.error().message);
                       return;
                   }
                   if (!session) {
                       m_view.signIn().refuse(session.error().message);
                       return;
                   }
                   m_view.signIn().clear();
                   Q_EMIT opened(*session);
               });
}

} // namespace consent::ui
