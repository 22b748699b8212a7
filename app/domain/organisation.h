#pragma once

#include "base/result.h"
#include "domain/script.h"
#include "domain/statutoryclock.h"
#include "domain/template.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTime>

#include <optional>
#include <vector>

namespace consent::domain {

/// What differs between companies: names, numbers, limits. Data of resources/organisation.json, not code.
class Organisation
{
public:
    static constexpr qsizetype maxBytes = 256 * 1024;

    struct Person
    {
        QString name;
        QString position;
        QString department;
        QString phone;
        QString email;
    };
    struct Body ///< an outside body that people can turn to
    {
        QString name;
        QString phone;
        QString url;
    };
    struct Branch
    {
        QString code;
        QString name;
    };
    struct Statute ///< on which an identifier is taken without consent being the basis (PIPA 24-2)
    {
        Identifier identifier;
        QString law;
        QString article;
    };
    struct GuardianMethod ///< one of the ways of Enforcement Decree of PIPA 17-2(1)
    {
        QString code;
        LocalText name;
    };

    struct Named ///< a code of events with its words
    {
        QString code;
        LocalText name;
    };
    /// Who is given data of people, and what for (PIPA 17; policy chapter 6).
    struct ThirdParty
    {
        QString code;
        LocalText name;
        std::vector<Named> purposes;
        std::vector<Named> items; ///< of personal data
        LocalText period;

        const Named *purpose(QStringView purposeCode) const; ///< owned by this; null if there is none
        const Named *item(QStringView itemCode) const;       ///< owned by this; null if there is none
    };
    /// Who processes data for the company, and what (PIPA 26; policy chapter 7).
    struct Consignee
    {
        QString code;
        LocalText name;
        LocalText work;
        LocalText items;
        LocalText period;
    };
    /// What silence to a reconfirmation means. Decree 62-3 of the Network Act wants the notice and names no consequence
    /// of silence; in practice no answer leaves the consent as it is (press on the first round of 2016: 보안뉴스,
    /// "정보통신망법 50조 8항"). A company may be stricter.
    enum class Silence { Keeps, Ends };
    struct AuthenticityEndpoint ///< who tells whether an identity document is genuine (policy chapter 6)
    {
        QString url; ///< https only
        int timeoutSeconds = 0;
        QString caFile; ///< PEM file of the only authority that is trusted for it; empty: those of the system
    };

    /// Strict: an unknown, missing or mistyped member is a fault that names its path. Every fault is in the message.
    static Result<Organisation> parse(const QByteArray &json);

    LocalText company;
    QString site; ///< as it is spoken: "thankscrm.com"
    QString siteUrl;
    QString consentPageUrl; ///< where the content can be read in method 3
    QString centrePhone;    ///< digits
    QString email;
    Person officer;
    Person handler;
    std::vector<Body> bodies;
    std::vector<Branch> branches;

    SpeakableRate speakable;
    QTime quietFrom;              ///< advertising needs a consent of its own from here
    QTime quietUntil;             ///< to here, the next morning
    int requestDays = 0;          ///< to answer access, correction, erasure, suspension
    CountingRule requestCounting; ///< of requestDays; as the Civil Code counts unless the file says otherwise
    int resultNoticeDays = 0;     ///< to tell the outcome of an advertising consent or opt-out
    int reconfirmMonths = 0;      ///< advertising consents
    int keepAfterLeavingMonths = 0;

    bool allowPasswordOnly = false; ///< whether a desk may work without a keychain
    int offlineLeaseHours = 0;
    int idleLockMinutes = 0;
    int passwordMinimumLength = 0;
    int failedSignInsBeforeLock = 0;
    int cacheDays = 0; ///< how long a person that nobody touched stays on a desk

    std::vector<GuardianMethod> guardianMethods;
    std::vector<Statute> statutes;
    std::vector<ThirdParty> thirdParties;
    std::vector<Consignee> consignees;
    Silence reconfirmSilence = Silence::Keeps;
    std::optional<AuthenticityEndpoint> authenticityService; ///< nothing: the reference is typed by hand

    const ThirdParty *thirdParty(QStringView code) const;         ///< owned by this; null if there is none
    const GuardianMethod *guardianMethod(QStringView code) const; ///< owned by this; null if there is none
    const Statute *statuteFor(Identifier identifier) const;       ///< owned by this; null if there is none
    const Branch *branch(QStringView code) const;                 ///< owned by this; null if there is none
};

} // namespace consent::domain
