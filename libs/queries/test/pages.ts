import type { Immutable, View } from '@annals/event-sourcing';
import type { complaintBoard } from '@annals/projections-complaints';
import type { CustomerRow } from '@annals/projections-customers';
import type { pipeline } from '@annals/projections-deals';
import type { z } from 'zod';

type AnswerOf<V extends Pick<View<never, never>, 'answer'>> = Immutable<z.output<V['answer']['schema']>>;

type PageOf<T> = { readonly items: readonly T[]; readonly next: string | null };

type OfCustomer = { readonly customerName: string | null };

/** What the lists answer. */
export type NamedComplaint = AnswerOf<typeof complaintBoard> & OfCustomer;
export type ComplaintPage = PageOf<NamedComplaint>;
export type NamedDeal = AnswerOf<typeof pipeline> & OfCustomer;
export type DealPage = PageOf<NamedDeal>;
export type CustomerPage = PageOf<CustomerRow>;
