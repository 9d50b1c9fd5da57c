import { accessProblems } from '@annals/access';
import { uploadProblems } from '@annals/attachments';
import { authProblems, draftProblems, sessionProblems } from '@annals/auth';
import { amountProblems, partProblems } from '@annals/contracts-values';
import { appendProblems, identifierProblems, isListed } from '@annals/event-sourcing';
import type { Explained, Kind, ProblemType } from '@annals/event-sourcing';
import {
  commandProblems,
  momentProblems,
  requestProblems,
  serverProblems,
  STATUS,
  type HttpProblemType,
} from '@annals/http';
import { importFindings } from '@annals/importing';
import { importProblems } from '@annals/imports';
import { calendarProblems, projectionProblems, queryProblems } from '@annals/queries';
import { missingOf, pastProblems, reportProblems, savedViewProblems } from '@annals/reading';
import { inboundFindings } from '@annals/slice';
import { healthProblems } from '@annals/telemetry';
import { annalsCatalogue, configurationOf } from './catalogue.js';
import { leadFormHttpProblems } from './lead-forms/lead-forms.problems.js';
import { slices } from './slices.js';

/** A problem of the error catalogue. */
export type CatalogueProblem = Explained & {
  readonly code: string;
  /** Of answers that have it; empty for one that only files and dead letters have. */
  readonly statuses: readonly number[];
  /** Of a rule that says no; `null` for what the platform raises. */
  readonly kind: Kind | null;
};

const ofRule = ({ reference, ...type }: ProblemType): CatalogueProblem => ({
  ...type,
  statuses: [STATUS[type.kind], ...(reference ? [STATUS.reference] : [])],
});

const ofHttp = ({ status, ...type }: HttpProblemType): CatalogueProblem => ({
  ...type,
  statuses: [status],
  kind: null,
});

const rules = [identifierProblems, appendProblems, amountProblems, partProblems].flatMap(({ types }) => types);

const platform = [
  ...[requestProblems, serverProblems, commandProblems, authProblems, sessionProblems, draftProblems, accessProblems],
  ...[momentProblems, queryProblems, pastProblems, reportProblems, savedViewProblems],
  ...[projectionProblems, importProblems, healthProblems, calendarProblems, uploadProblems, leadFormHttpProblems],
].flatMap(({ types }) => types);

/** What is declared by name. */
const declared: readonly CatalogueProblem[] = [
  ...[...rules, ...slices.flatMap(({ problems }) => problems)].map(ofRule),
  ...platform.map(ofHttp),
  ...[...inboundFindings.types, ...importFindings.types, ...slices.flatMap(({ findings }) => findings)].map((type) => ({
    ...type,
    statuses: [],
    kind: null,
  })),
];

/** What follows from views: that a record is not there. */
const derived = annalsCatalogue(configurationOf({}))
  .views.filter(isListed)
  .filter(({ list }) => list.record.one !== null)
  .flatMap((view) => missingOf(view.list).types);

/** Everything that an answer, an error file or a dead letter may say, in the order of their codes. */
export const problemCatalogue: readonly CatalogueProblem[] = [
  ...declared,
  ...derived.filter(({ code }) => !declared.some((problem) => problem.code === code)).map(ofHttp),
].sort((one, other) => (one.code < other.code ? -1 : 1));
