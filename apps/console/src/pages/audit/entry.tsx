import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import { EventDetail, type HistoryEntry } from '../../design/event.js';
import { useEventWord } from '../../design/event-words.js';
import { number } from '../../design/format.js';
import { ErrorNotice, SkeletonLines } from '../../design/states.js';
import { useLanguage } from '../../words/language.js';
import type { ReactNode } from 'react';
import { useAuditTexts } from './texts.js';

const BACK = 100; // events among which the cause is looked for

/** The last entries of a customer or, for a subject with `@`, of the organisation, up to a position. */
const entriesUpTo = (subject: string, position: number) => {
  const query = { asOf: String(position), order: 'desc', limit: BACK } as const;
  return subject.startsWith('@')
    ? answerOf(api.GET('/v1/organisation/history', { params: { query } }))
    : answerOf(api.GET('/v1/customers/{customerId}/history', { params: { path: { customerId: subject }, query } }));
};

type Props = { readonly subject: string; readonly position: number; readonly actions?: ReactNode };

/** An event of the log, opened: what it changed, and which event caused it. */
export const Entry = ({ subject, position, actions }: Props) => {
  const { data, error, refetch } = useQuery({
    queryKey: ['audit', 'entry', subject, position],
    queryFn: () => entriesUpTo(subject, position),
    staleTime: Infinity,
  });
  if (error) return <ErrorNotice error={error} retry={() => void refetch()} />;
  if (!data) return <SkeletonLines />;
  const entry = data.items.find((each) => each.position === position);
  return entry ? (
    <EventDetail entry={entry} cause={<Cause entry={entry} among={data.items} />} actions={actions} />
  ) : null;
};

/** The event that caused another one, or the request of the user. */
export const Cause = ({ entry, among }: { readonly entry: HistoryEntry; readonly among: readonly HistoryEntry[] }) => {
  const [t, word, language] = [useAuditTexts(), useEventWord(), useLanguage()];
  const cause = among.find(({ id }) => id === entry.causationId);
  if (cause) return <>{`${word(cause.type)}, ${number(cause.position, language)}`}</>;
  return <>{entry.causationId === entry.commandId ? t('request') : entry.causationId}</>;
};
