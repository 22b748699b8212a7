#pragma once

class BenchStore;

/// Appends at 8 connections in batches of 100, beside raw COPY of the same rows, round by round.
void benchAppend(BenchStore &store);
/// A new desk fetches 100,000 events of its branch, beside one plain SELECT of the same rows.
void benchPull(BenchStore &store);
/// A person by phone (ask and redeem) from a large ledger, beside a plain SELECT by the same indexes.
void benchPerson(BenchStore &store);
