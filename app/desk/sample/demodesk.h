#pragma once

#include "base/result.h"

#include <QFuture>
#include <QObject>

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>

namespace consent::desk {

class DeskCore;

/// Fills a sample desk with fictitious people and what they answered. Any thread.
class DemoDesk : public QObject
{
    Q_OBJECT

public:
    using Progress = std::function<void(int done, int total)>; ///< Called on the worker thread.
    using Cancel = std::shared_ptr<std::atomic_bool>;

    DemoDesk(DeskCore &core, QObject *parent); // core outlives this

    /// The same seed and number give the same people and answers. What was written before a cancel stays.
    /// @param subjects 1 to 1,000,000
    /// @return how many events were written; NotAllowed on a desk that is not the sample desk.
    QFuture<Result<qint64>> fill(int subjects, std::uint64_t seed, Progress progress, Cancel cancel);

private:
    DeskCore &m_core;
};

} // namespace consent::desk
