import type { PagePart } from '@annals/event-sourcing';
import type { financePart, logisticsPart, usagePart } from '@annals/projections-accounts';
import type { happenings } from '@annals/projections-audit';
import type { complaintsPart } from '@annals/projections-complaints';
import type { contactsPart } from '@annals/projections-contacts';
import type { filePart, lifecyclePart } from '@annals/projections-customers';
import type { dealsPart } from '@annals/projections-deals';
import type { z } from 'zod';

type AnswerOf<Part> = Part extends PagePart<infer A> ? z.output<A> : never;
type OrNull<Parts> = { [Field in keyof Parts]: Parts[Field] | null };

type Open = AnswerOf<typeof filePart> &
  AnswerOf<typeof contactsPart> &
  AnswerOf<ReturnType<typeof lifecyclePart>> &
  AnswerOf<ReturnType<typeof happenings>>;

type Limited = AnswerOf<typeof dealsPart> &
  AnswerOf<typeof complaintsPart> &
  AnswerOf<typeof financePart> &
  AnswerOf<typeof logisticsPart> &
  AnswerOf<typeof usagePart>;

/** The page of a customer for those with all rights, as this program reads it. */
export type WholeCustomerView = { customerId: string; revision: number | null } & Open & Limited;

/** What the caller has no right to see is `null`. */
export type CustomerView = { customerId: string; revision: number | null } & Open & OrNull<Limited>;
