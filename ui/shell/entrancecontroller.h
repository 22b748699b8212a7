#pragma once

#include "base/result.h"
#include "desk/entrance/deskentrance.h"
#include "ui/shell/centralstoreview.h"
#include "ui/shell/setupview.h"

#include <QObject>

#include <memory>

namespace consent::ui {

class EntranceView;

/// Leads from the first run, setting up or signing in to an open desk.
class EntranceController : public QObject
{
    Q_OBJECT

public:
    /// @param view, entrance, folders outlive this
    EntranceController(EntranceView &view, desk::DeskEntrance &entrance, const desk::DeskFolders &folders,
                       QObject *parent);

    /// Brings the face that fits what there is on this PC.
    void start();
    /// The same after a session that the central store ended, with its sentence. What has to go from this PC goes
    /// first.
    void startAfter(const QString &sentence);

Q_SIGNALS:
    void opened(const std::shared_ptr<consent::desk::DeskSession> &session);

private:
    using Purpose = desk::DeskProfile::Purpose;

    void showSignIn(Purpose purpose);
    void showSetUp();
    void readOrganisation(const QString &path);
    void showOrganisation(const QByteArray &json);
    void beginSample();
    void setUp(const SetUpView::Entries &entries);
    void found(const desk::SetUpForm &form);
    void join(const CentralStoreView::Entries &entries);
    void joinWith(const CentralStoreView::Entries &entries, const QByteArray &file);
    void signIn(Purpose purpose, const QString &login, const QString &password, const QString &newPassword = {});

    EntranceView &m_view;
    desk::DeskEntrance &m_entrance;
    const desk::DeskFolders &m_folders;
    QByteArray m_organisation; ///< The chosen file's content; empty for the one that ships.
    quint64 m_asked = 0;       ///< Counts questions about a desk; older answers are not shown.
};

} // namespace consent::ui
