#include "desk/calls/receiptdocument.h"

#include "domain/phone.h"

#include <QCoreApplication>

namespace consent::desk {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Receipt", text);
}

} // namespace

ReceiptDocument makeReceiptDocument(const ledger::ConsentCaptured &facts, const domain::Script &script,
                                    const NoticeTitle &notice, const domain::Organisation &organisation,
                                    const domain::Subject &subject, const QByteArray &eventHash)
{
    const domain::Language language = facts.language;
    ReceiptDocument receipt;
    receipt.number = facts.receipt;
    receipt.at = facts.endedAt;
    receipt.organisation = organisation.company.in(language);
    receipt.centre = domain::groupedPhone(organisation.centrePhone);
    receipt.site = organisation.site;
    receipt.subjectName = subject.name;
    receipt.maskedPhone = domain::maskedPhone(subject.phone);
    receipt.method = domain::label(facts.method);
    receipt.noticeLine = say(QT_TRANSLATE_NOOP("Receipt", "%1, no. %2, in force since %3"))
                             .arg(notice.title)
                             .arg(notice.number)
                             .arg(notice.effective.toString(Qt::ISODate));
    receipt.scriptLine =
        say(QT_TRANSLATE_NOOP("Receipt", "%1, version %2")).arg(script.title().in(language), facts.script.version);
    receipt.noticeSha256 = facts.notice.sha256;
    receipt.eventHash = QString::fromLatin1(eventHash.toHex());
    for (const ledger::CapturedItem &captured : facts.items) {
        ReceiptDocument::Item item;
        item.title = captured.code;
        item.mandatory = captured.mandatory;
        item.decision = captured.decision;
        // The script is the very one that was read (its hash is in the event), so that every code is in it.
        if (const domain::ConsentItem *asked = script.item(captured.code)) {
            item.title = asked->title.in(language);
            item.purpose = asked->purpose.in(language);
            item.items = asked->data.in(language);
            item.period = asked->period.in(language);
            item.recipient = asked->recipient.in(language);
        }
        receipt.items.push_back(std::move(item));
    }
    receipt.withdrawalLine =
        say(QT_TRANSLATE_NOOP("Receipt", "You may withdraw consent or opt out at any time and free of charge: customer "
                                         "centre %1, %2."))
            .arg(receipt.centre, organisation.email);
    return receipt;
}

} // namespace consent::desk
