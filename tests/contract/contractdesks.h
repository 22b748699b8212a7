#pragma once

#include "contract/storefixture.h"
#include "unit/ledger/testdesk.h"

#include "crypto/base64url.h"
#include "crypto/hash.h"
#include "crypto/secretbuffer.h"

#include <map>
#include <memory>

/// Desks with a user each that work at the store of a fixture. A desk joins by its first use.
class ContractDesks
{
public:
    struct Post
    {
        QString branch = QStringLiteral("center");
        QStringList roles{QStringLiteral("agent")};
    };

    explicit ContractDesks(StoreFixture &fixture)
        : m_fixture(fixture)
    {
    }

    void join(const samples::TestDesk &desk, const Post &post)
    {
        Member member;
        member.login = QStringLiteral("u%1").arg(++s_logins);
        member.secret = *consent::crypto::SecretBuffer::random(32);
        m_fixture.addUser(desk.actor(), member.login, post.roles);
        m_fixture.addDevice(desk.device(), post.branch,
                            consent::crypto::toByteArray(consent::crypto::sha256(member.secret.span())));
        m_members.emplace(desk.device(), std::move(member));
    }
    void join(const samples::TestDesk &desk) { join(desk, Post{}); }

    /// The desk's connection, greeted.
    consent::central::CentralStore &at(const samples::TestDesk &desk)
    {
        if (!m_members.contains(desk.device()))
            join(desk);
        Member &member = m_members.at(desk.device());
        if (!member.store)
            member.store = another(desk);
        return *member.store;
    }
    /// One more connection of the desk, greeted.
    std::unique_ptr<consent::central::CentralStore> another(const samples::TestDesk &desk)
    {
        auto store = m_fixture.open(login(desk));
        const auto welcome = greet(*store, desk);
        if (welcome.standing != consent::central::Standing::Active)
            qFatal("the desk is not let in");
        return store;
    }
    consent::central::Welcome greet(consent::central::CentralStore &store, const samples::TestDesk &desk)
    {
        return samples::must(store.hello(desk.device(), m_members.at(desk.device()).secret, QStringLiteral("1.0")));
    }
    void disconnect(const samples::TestDesk &desk) { m_members.at(desk.device()).store.reset(); }
    QString login(const samples::TestDesk &desk) const { return m_members.at(desk.device()).login; }
    const consent::crypto::SecretBuffer &secret(const samples::TestDesk &desk) const
    {
        return m_members.at(desk.device()).secret;
    }
    /// Everything that the desk has, sent.
    void push(const samples::TestDesk &desk)
    {
        const auto reply = samples::must(at(desk).append(desk.device(), desk.events()));
        if (reply.head != desk.head())
            qFatal("the events were not taken");
    }

private:
    struct Member
    {
        QString login;
        consent::crypto::SecretBuffer secret;
        std::unique_ptr<consent::central::CentralStore> store;
    };

    inline static int s_logins = 0; ///< Logins outlive a fresh store where they are roles of the server.
    StoreFixture &m_fixture;
    std::map<consent::DeviceId, Member> m_members;
};
