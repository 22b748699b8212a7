#pragma once

#include "desk/requests/requestviews.h"
#include "ui/common/icons.h"
#include "ui/common/tones.h"

#include <QString>

#include <vector>

namespace consent::ui {

/// How much a request presses.
enum class Urgency { Calm, Soon, Today, Overdue, Stopped, Decided };

Urgency urgencyOf(const desk::RequestSummary &request);
Tone toneOf(Urgency urgency, const Tones &tones);
Icon iconOf(Urgency urgency);

/// The chip of a state: its face; the word is domain::label().
Status statusOf(domain::RequestState state);

/// "D-3", "D-Day", "D+2", "정지": the figure.
QString clockFigure(const desk::RequestSummary &request);
/// "2026-12-03까지, 3일 남음": the line below it.
QString clockLine(const desk::RequestSummary &request);
/// "열람 · 홍*동 · 본인": one request in one line.
QString requestLine(const desk::RequestSummary &request);
QString documentName(domain::DocumentKind kind);
/// "요청 1건 D-3": a person's open requests, the most urgent first; empty when there are none.
QString openRequestsWords(const std::vector<desk::RequestSummary> &requests);

} // namespace consent::ui
