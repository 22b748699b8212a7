#pragma once

#include "desk/calls/callviews.h"
#include "domain/organisation.h"
#include "domain/script.h"
#include "domain/subject.h"
#include "ledger/consentfacts.h"

#include <QDate>

namespace consent::desk {

/// The notice that a contact was held by, as people name it.
struct NoticeTitle
{
    int number = 0;
    QString title;
    QDate effective;
};

/// The receipt for people, from what was recorded: nothing in it that is not in the event, the notice or the script.
/// @param eventHash SHA-256 of the signed event, 32 bytes
ReceiptDocument makeReceiptDocument(const ledger::ConsentCaptured &facts, const domain::Script &script,
                                    const NoticeTitle &notice, const domain::Organisation &organisation,
                                    const domain::Subject &subject, const QByteArray &eventHash);

} // namespace consent::desk
