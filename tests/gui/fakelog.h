#pragma once

#include "ui/log/logsource.h"

#include <QPromise>

#include <functional>
#include <vector>

/// A consent log of any length that makes its rows up as they are asked for, and counts the questions.
/// While held, answers wait for release().
class FakeLog : public consent::ui::LogSource
{
public:
    explicit FakeLog(qint64 size)
        : m_size(size)
    {
    }

    QFuture<consent::Result<qint64>> count(const consent::desk::LogFilter &filter) override;
    QFuture<consent::Result<std::vector<consent::desk::LogRow>>> rows(const consent::desk::LogFilter &filter,
                                                                      qint64 first, int count) override;
    QFuture<consent::Result<consent::desk::RecordView>> open(const consent::EventId &event) override;
    QFuture<consent::Result<consent::desk::LogChoices>> choices() override;

    static consent::desk::LogRow rowAt(qint64 number);
    static QString receiptAt(qint64 number);

    void setSize(qint64 size) { m_size = size; }
    void failNext(const consent::Error &error) { m_failure = error; }
    void hold() { m_held = true; }
    void release();

    std::vector<qint64> askedFirst; ///< The first row of every window asked for, in order.
    consent::desk::LogFilter lastFilter;
    consent::EventId opened;

private:
    template <typename T> QFuture<consent::Result<T>> reply(T value);

    qint64 m_size;
    bool m_held = false;
    std::optional<consent::Error> m_failure;
    std::vector<std::function<void()>> m_waiting;
};
