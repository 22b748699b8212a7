#include "domain/request.h"

#include <QCoreApplication>

#include <array>

namespace consent::domain {

namespace {

/// The words of an enum in the order of its values.
template <typename E> using Words = std::array<const char *, codesOf<E>.size()>;

constexpr Words<RequestKind> kinds{
    QT_TRANSLATE_NOOP("Request", "Access"),     QT_TRANSLATE_NOOP("Request", "Proof of access"),
    QT_TRANSLATE_NOOP("Request", "Correction"), QT_TRANSLATE_NOOP("Request", "Erasure"),
    QT_TRANSLATE_NOOP("Request", "Suspension"), QT_TRANSLATE_NOOP("Request", "Withdrawal"),
    QT_TRANSLATE_NOOP("Request", "Leaving")};
constexpr Words<RequestChannel> channels{QT_TRANSLATE_NOOP("Request", "By phone"),
                                         QT_TRANSLATE_NOOP("Request", "Visit"),
                                         QT_TRANSLATE_NOOP("Request", "By e-mail")};
constexpr Words<Requester> requesters{QT_TRANSLATE_NOOP("Request", "The person"),
                                      QT_TRANSLATE_NOOP("Request", "Guardian"),
                                      QT_TRANSLATE_NOOP("Request", "Authorised agent")};
constexpr Words<RequestState> states{QT_TRANSLATE_NOOP("Request", "Received"),
                                     QT_TRANSLATE_NOOP("Request", "Waiting for papers"),
                                     QT_TRANSLATE_NOOP("Request", "In work"),
                                     QT_TRANSLATE_NOOP("Request", "Deferred"),
                                     QT_TRANSLATE_NOOP("Request", "Done, to be told"),
                                     QT_TRANSLATE_NOOP("Request", "Refused, to be told"),
                                     QT_TRANSLATE_NOOP("Request", "Closed")};
constexpr Words<RequestStep> steps{
    QT_TRANSLATE_NOOP("Request", "Check identity"), QT_TRANSLATE_NOOP("Request", "Ask for papers"),
    QT_TRANSLATE_NOOP("Request", "Papers came"),    QT_TRANSLATE_NOOP("Request", "Defer"),
    QT_TRANSLATE_NOOP("Request", "Resume"),         QT_TRANSLATE_NOOP("Request", "Extend"),
    QT_TRANSLATE_NOOP("Request", "Complete"),       QT_TRANSLATE_NOOP("Request", "Refuse"),
    QT_TRANSLATE_NOOP("Request", "Recipient told"), QT_TRANSLATE_NOOP("Request", "Result told"),
    QT_TRANSLATE_NOOP("Request", "Taken back"),     QT_TRANSLATE_NOOP("Request", "Papers never came"),
    QT_TRANSLATE_NOOP("Request", "Objection")};
constexpr Words<RequestOutcome> outcomes{QT_TRANSLATE_NOOP("Request", "Done"), QT_TRANSLATE_NOOP("Request", "Refused"),
                                         QT_TRANSLATE_NOOP("Request", "Taken back"),
                                         QT_TRANSLATE_NOOP("Request", "Papers never came")};
constexpr Words<RequestPaper> papers{QT_TRANSLATE_NOOP("Request", "Identity document"),
                                     QT_TRANSLATE_NOOP("Request", "Identity questions"),
                                     QT_TRANSLATE_NOOP("Request", "Family relation certificate"),
                                     QT_TRANSLATE_NOOP("Request", "Guardian's identity document"),
                                     QT_TRANSLATE_NOOP("Request", "Mandate"),
                                     QT_TRANSLATE_NOOP("Request", "Seal certificate"),
                                     QT_TRANSLATE_NOOP("Request", "Agent's identity document")};
constexpr Words<IdentityMethod> methods{
    QT_TRANSLATE_NOOP("Request", "Document seen"), QT_TRANSLATE_NOOP("Request", "Copy of a document"),
    QT_TRANSLATE_NOOP("Request", "Questions on the phone"), QT_TRANSLATE_NOOP("Request", "Guardian verified before")};
constexpr Words<IdentityOutcome> checks{QT_TRANSLATE_NOOP("Request", "Passed"), QT_TRANSLATE_NOOP("Request", "Failed"),
                                        QT_TRANSLATE_NOOP("Request", "Not clear")};
constexpr Words<RefusalGround> grounds{QT_TRANSLATE_NOOP("Request", "A law forbids or restricts it"),
                                       QT_TRANSLATE_NOOP("Request", "It would harm somebody else"),
                                       QT_TRANSLATE_NOOP("Request", "A law obliges us to keep or use it"),
                                       QT_TRANSLATE_NOOP("Request", "The contract could not be carried out"),
                                       QT_TRANSLATE_NOOP("Request", "Who asks could not be established"),
                                       QT_TRANSLATE_NOOP("Request", "Papers are missing"),
                                       QT_TRANSLATE_NOOP("Request", "We hold no such data"),
                                       QT_TRANSLATE_NOOP("Request", "Another reason")};

template <typename E> QString say(const Words<E> &words, E value)
{
    return QCoreApplication::translate("Request", words.at(static_cast<std::size_t>(value)));
}

} // namespace

QString label(RequestKind value)
{
    return say<RequestKind>(kinds, value);
}
QString label(RequestChannel value)
{
    return say<RequestChannel>(channels, value);
}
QString label(Requester value)
{
    return say<Requester>(requesters, value);
}
QString label(RequestState value)
{
    return say<RequestState>(states, value);
}
QString label(RequestStep value)
{
    return say<RequestStep>(steps, value);
}
QString label(RequestOutcome value)
{
    return say<RequestOutcome>(outcomes, value);
}
QString label(RequestPaper value)
{
    return say<RequestPaper>(papers, value);
}
QString label(IdentityMethod value)
{
    return say<IdentityMethod>(methods, value);
}
QString label(IdentityOutcome value)
{
    return say<IdentityOutcome>(checks, value);
}
QString label(RefusalGround value)
{
    return say<RefusalGround>(grounds, value);
}

bool isWithoutDelay(RequestKind kind)
{
    return kind == RequestKind::Withdrawal || kind == RequestKind::Leaving;
}

bool isUndecided(RequestState state)
{
    switch (state) {
    case RequestState::Received:
    case RequestState::AwaitingPapers:
    case RequestState::Verified:
    case RequestState::Paused:
        return true;
    case RequestState::Fulfilled:
    case RequestState::Refused:
    case RequestState::Closed:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace consent::domain
