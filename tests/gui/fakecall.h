#pragma once

#include "desk/calls/callinprogress.h"
#include "ui/call/callpage.h"

#include <QObject>

/// A desk without a disk behind the call page: the shipped script and organisation, the real call as a value, and time
/// that passes only when a step is taken.
class FakeCall : public QObject
{
    Q_OBJECT

public:
    explicit FakeCall(consent::ui::CallPage &page);

    /// Somebody known: 홍길동, who joined and gave every consent before.
    static consent::domain::Subject known();
    void begin(const consent::domain::Subject &subject, const consent::desk::CallOptions &options, bool isNew = false);
    const consent::desk::CallState &state() const { return m_state; }
    const QString &refusal() const { return m_refusal; }

    qint64 stepMs = 120'000; ///< How long the agent stays at a clause.
    bool durable = true;     ///< Whether the disk takes what is saved.
    int saves = 0;
    int discarded = 0;
    QStringList optedOutCodes;
    int optOuts = 0;
    QString savedNote;

public Q_SLOTS:
    void save();
    /// The disk has answered.
    void finishSaving();

private:
    void did(const consent::Result<void> &result);
    void show();

    consent::ui::CallPage &m_page;
    consent::domain::Organisation m_organisation;
    consent::desk::CallDocuments m_documents;
    std::optional<consent::desk::CallInProgress> m_call;
    consent::desk::CallState m_state;
    qint64 m_nowMs = 0;
    QString m_refusal;
};
