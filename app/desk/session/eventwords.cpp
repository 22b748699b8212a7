#include "desk/session/eventwords.h"

#include <QCoreApplication>

#include <array>
#include <string_view>
#include <utility>

namespace consent::desk {

QString eventWords(const QString &type)
{
    static constexpr std::array words{
        std::pair{std::string_view("consent.captured"), QT_TRANSLATE_NOOP("EventWords", "Contact with consents")},
        std::pair{std::string_view("consent.withdrawn"), QT_TRANSLATE_NOOP("EventWords", "Withdrawal of consent")},
        std::pair{std::string_view("consent.optedOut"), QT_TRANSLATE_NOOP("EventWords", "Opt-out")},
        std::pair{std::string_view("consent.reconfirmed"),
                  QT_TRANSLATE_NOOP("EventWords", "Reconfirmation of consent")},
        std::pair{std::string_view("subject.registered"), QT_TRANSLATE_NOOP("EventWords", "New person")},
        std::pair{std::string_view("subject.corrected"), QT_TRANSLATE_NOOP("EventWords", "Correction of a person")},
        std::pair{std::string_view("subject.frozen"), QT_TRANSLATE_NOOP("EventWords", "Freezing of a person")},
        std::pair{std::string_view("subject.unfrozen"), QT_TRANSLATE_NOOP("EventWords", "End of a freezing")},
        std::pair{std::string_view("subject.merged"), QT_TRANSLATE_NOOP("EventWords", "Merging of two people")},
        std::pair{std::string_view("subject.separated"), QT_TRANSLATE_NOOP("EventWords", "Undone merging")},
        std::pair{std::string_view("subject.erased"), QT_TRANSLATE_NOOP("EventWords", "Erasure of a person")},
        std::pair{std::string_view("request.opened"), QT_TRANSLATE_NOOP("EventWords", "New request")},
        std::pair{std::string_view("request.moved"), QT_TRANSLATE_NOOP("EventWords", "Step of a request")},
        std::pair{std::string_view("request.closed"), QT_TRANSLATE_NOOP("EventWords", "End of a request")},
        std::pair{std::string_view("identity.checked"), QT_TRANSLATE_NOOP("EventWords", "Identity check")},
        std::pair{std::string_view("guardian.linked"), QT_TRANSLATE_NOOP("EventWords", "Guardian of a child")},
        std::pair{std::string_view("provision.made"), QT_TRANSLATE_NOOP("EventWords", "Provision to a third party")},
        std::pair{std::string_view("provision.corrected"),
                  QT_TRANSLATE_NOOP("EventWords", "Correction at a recipient")},
        std::pair{std::string_view("result.told"), QT_TRANSLATE_NOOP("EventWords", "Notice of a result")},
        std::pair{std::string_view("paper.issued"), QT_TRANSLATE_NOOP("EventWords", "Paper")},
        std::pair{std::string_view("evidence.attached"), QT_TRANSLATE_NOOP("EventWords", "Recording or scan")},
        std::pair{std::string_view("notice.published"), QT_TRANSLATE_NOOP("EventWords", "Notice")},
        std::pair{std::string_view("script.published"), QT_TRANSLATE_NOOP("EventWords", "Script")},
        std::pair{std::string_view("user.added"), QT_TRANSLATE_NOOP("EventWords", "User")},
        std::pair{std::string_view("user.changed"), QT_TRANSLATE_NOOP("EventWords", "Change of a user")},
        std::pair{std::string_view("device.enrolled"), QT_TRANSLATE_NOOP("EventWords", "This PC")},
        std::pair{std::string_view("device.revoked"), QT_TRANSLATE_NOOP("EventWords", "A PC taken out")},
    };
    for (const auto &[code, text] : words) {
        if (type == QLatin1StringView(code.data(), static_cast<qsizetype>(code.size())))
            return QCoreApplication::translate("EventWords", text);
    }
    return QCoreApplication::translate("EventWords", "Other record");
}

} // namespace consent::desk
