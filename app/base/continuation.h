#pragma once

#include <QCoreApplication>
#include <QFuture>
#include <QObject>
#include <QPointer>
#include <QPromise>

#include <memory>
#include <type_traits>

namespace consent {

/// Calls the function with the result on the application's thread, as long as the context lives; then its value is the
/// returned future's. When the context goes first, nothing is called and the returned future is cancelled.
/// (QFuture::then() with a context needs the context to outlive the work, which a page that was closed does not.)
/// @param context lives on the application's thread
template <typename Value, typename Function>
auto continueOn(QFuture<Value> future, QObject *context, Function function)
    -> QFuture<std::invoke_result_t<Function &, const Value &>>
{
    using Outcome = std::invoke_result_t<Function &, const Value &>;
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    QFuture<Outcome> outcome = promise->future();
    future.then(QtFuture::Launch::Sync,
                [promise, guard = QPointer<QObject>(context), work = std::move(function)](const Value &value) {
                    QMetaObject::invokeMethod(
                        QCoreApplication::instance(),
                        [promise, guard, work, value]() mutable {
                            if (guard.isNull())
                                return;
                            if constexpr (std::is_void_v<Outcome>)
                                work(value);
                            else
                                promise->addResult(work(value));
                            promise->finish();
                        },
                        Qt::QueuedConnection);
                });
    return outcome;
}

} // namespace consent
