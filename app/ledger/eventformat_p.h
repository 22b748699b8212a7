#pragma once

#include "ledger/event.h"

/// What reading and writing of events share. For this folder only.
namespace consent::ledger {

/// Which rule of the format the event breaks; empty when none. Checks relations between fields, not the ranges that
/// reading checks.
QString eventFault(const Event &event);

/// The protected header in its one form.
QByteArray eventHeader(const QString &kid);

/// What was signed, and the signature of 64 bytes. Precondition: parseEvent() read the text.
struct SignatureParts
{
    QByteArray signingInput;
    QByteArray signature;
};
SignatureParts signatureParts(const QByteArray &compactJws);

} // namespace consent::ledger
