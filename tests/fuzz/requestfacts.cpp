// Input: the facts of an event of a request, as JSON. Whatever is taken up is written again the same, and can be
// folded.
#include "ledger/eventtypes.h"
#include "ledger/requestprojection.h"

#include <QJsonDocument>

#include <cstdlib>

using namespace consent;
using namespace consent::ledger;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

template <typename T> void readAgain(const QJsonObject &facts)
{
    const auto read = T::fromFacts(facts);
    if (read)
        require(T::fromFacts(read->toFacts()).value() == *read);
    else
        require(!read.error().message.isEmpty() && read.error().kind == ErrorKind::Damaged);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QJsonObject facts = QJsonDocument::fromJson(bytes).object();
    readAgain<RequestOpened>(facts);
    readAgain<RequestMoved>(facts);
    readAgain<RequestClosed>(facts);
    readAgain<IdentityChecked>(facts);
    readAgain<SubjectFreeze>(facts);
    static const SubjectId subject = SubjectId::create();
    std::vector<Event> events;
    for (const QLatin1StringView type :
         {eventtypes::requestOpened, eventtypes::requestMoved, eventtypes::requestClosed, eventtypes::identityChecked,
          eventtypes::subjectFrozen, eventtypes::subjectUnfrozen}) {
        Event event;
        event.id = EventId::create();
        event.seq = qint64(events.size()) + 1;
        event.subject = subject;
        event.type = type;
        event.facts = facts;
        if (requestOf(event))
            events.push_back(event);
    }
    require(foldRequest(events).traces.size() == events.size());
    return 0;
}
