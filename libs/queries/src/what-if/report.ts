import type { HistoryEntry } from '../history/entry.js';
import type { PageChange } from '../past/page-changes.js';
import type { LookedAt } from '../history/looked-at.js';

/** A setting that the history was replayed under, beside its present value. */
export type OtherSetting = {
  /** @example LIFECYCLE_DECLINING_SILENT_DAYS */
  readonly name: string;
  /** @example "180" */
  readonly present: string;
  /** @example "90" */
  readonly under: string;
};

/** Why a rule would have refused what was recorded. */
export type WouldBeRefusal = {
  /** @example QuietHours */
  readonly code: string;
  /** In the language of the request. */
  readonly title: string;
  readonly detail: string;
};

/** A decision that would have been another one. */
export type DecisionDifference = {
  /** Counts from 1 in log order. */
  readonly item: number;
  /** The events that were recorded together; none if these would have been added. */
  readonly recorded: readonly HistoryEntry[];
  /** The events that would have been recorded instead; what would have been added has the position of the event before it. */
  readonly would: readonly HistoryEntry[];
  /** `null` if no rule would have refused it. */
  readonly refusal: WouldBeRefusal | null;
  /** What differs in the data of the events, by their types. */
  readonly changes: readonly PageChange[];
  /** The same facts that the real decision looked at. */
  readonly decidedOn: readonly LookedAt[];
  /** Whether the present settings would decide so, too: then the difference is to the settings of that time. */
  readonly alsoPresently: boolean;
};

/** From an event on, a part of the page would have been another one, or the same again. */
export type CourseStep = {
  /** Of the event; of what would have been added, that of the event before it. */
  readonly position: number;
  readonly occurredAt: string;
  readonly recorded: object | null;
  readonly would: object | null;
};

/** The course of a part of the page that is computed with the settings, beside the real one. */
export type PartCourse = {
  /** @example lifecycle */
  readonly part: string;
  readonly steps: readonly CourseStep[];
};

/** What would have been different for a customer under other settings. Nothing of it was recorded. */
export type WhatIfReport = {
  readonly customerId: string;
  readonly settings: readonly OtherSetting[];
  /** How many events were replayed. */
  readonly events: number;
  /** How many decisions would have been others. */
  readonly total: number;
  readonly items: readonly DecisionDifference[];
  /** The `item` of the next page; `null` at the end. */
  readonly next: number | null;
  readonly courses: readonly PartCourse[];
  /** What differs on the page now: `before` is what it has, `after` what it would have. */
  readonly page: readonly PageChange[];
};
