import { useQuery } from '@tanstack/react-query';
import type { Field } from '../api/catalogue.js';
import { answerOf, api } from '../api/client.js';
import type { components } from '../generated/api.js';
import { useMay } from '../session/use-session.js';
import { useLanguage, useWords } from '../words/language.js';
import { texts } from '../words/texts.js';
import { EventDetail, type HistoryEntry } from './event.js';
import { EVENT_KINDS, kindOfEvent, useEventWord } from './event-words.js';
import { textOf } from './list/cell.js';
import { Section } from './section.js';
import { ErrorNotice, SkeletonLines } from './states.js';
import { Timeline } from './timeline.js';
import { useAddress } from './use-address.js';
import { useNames } from './use-names.js';
import { withParam } from './with-param.js';

const useTexts = texts({
  events: ['Events', '事件'],
  none: ['No events', '暂无事件'],
});

type EventType = components['schemas']['HistoryType'];

type Props = {
  readonly customerId: string;
  /** The name of its id in its events, such as `dealId`, and the id. */
  readonly id: readonly [name: string, value: string];
  /** When the record began: an instant. */
  readonly since: string;
  /** The fields of the record, of which `lastChange` says which events it has. */
  readonly fields: readonly Field[];
};

const MOST = 1_000; // events of a customer that are read at a time

const typesIn = (fields: readonly Field[]) =>
  fields
    .find(({ name }) => name === 'lastChange')
    ?.fields?.find(({ name }) => name === 'type')
    ?.values?.map(({ value }) => value as EventType) ?? [];

/** Every event of the record, newest first. */
const readEvents = async ({ customerId, id: [name, value], since, fields }: Props, signal: AbortSignal) => {
  const found: HistoryEntry[] = [];
  let cursor: string | null = null;
  do {
    const query = {
      type: typesIn(fields),
      from: since,
      order: 'desc' as const,
      limit: MOST,
      ...(cursor && { cursor }),
    };
    const path = { customerId };
    const page: { items: HistoryEntry[]; next: string | null } = await answerOf(
      api.GET('/v1/customers/{customerId}/history', { params: { path, query }, signal }),
    );
    found.push(...page.items.filter(({ data }) => (data as Readonly<Record<string, unknown>>)[name] === value));
    cursor = page.next;
  } while (cursor !== null);
  return found;
};

/** The events of a record, each openable; which one is open stands in the address. */
export const RecordEvents = (props: Props) => {
  const [may, t] = [useMay(), useTexts()];
  const found = useQuery({
    queryKey: ['record-events', ...props.id, props.since],
    queryFn: ({ signal }) => readEvents(props, signal),
    enabled: may('history.read'),
  });
  if (!may('history.read')) return null;
  return (
    <Section title={t('events')} aside={found.data?.length}>
      {found.error && <ErrorNotice error={found.error} retry={() => void found.refetch()} />}
      {found.isPending ? <SkeletonLines /> : <Shown events={found.data ?? []} fields={props.fields} />}
    </Section>
  );
};

const Shown = ({ events, fields }: { readonly events: readonly HistoryEntry[]; readonly fields: readonly Field[] }) => {
  const [params, setParams] = useAddress();
  const [word, words, nameOf, language] = [useEventWord(), useWords(), useNames(), useLanguage()];
  const open = (id: string | undefined) => setParams((before) => withParam(before, 'event', id));
  const fieldNamed = (name: string) => fields.find((each) => each.name === name);
  const labelOf = (name: string) => {
    const label = fieldNamed(name)?.label;
    return label ? words(label) : name;
  };
  const detailOf = (event: HistoryEntry) => {
    const cause = events.find(({ id }) => id === event.causationId);
    return <EventDetail entry={event} labelOf={labelOf} {...(cause && { cause: word(cause.type) })} />;
  };
  const told = ({ type, data }: HistoryEntry) => {
    const { to } = data as { readonly to?: unknown };
    const field = fieldNamed(typeof to === 'number' ? 'tier' : 'step');
    return to !== undefined && field
      ? `${word(type)}${language === 'zh' ? '：' : ': '}${textOf(to, field, language)}`
      : word(type);
  };
  return (
    <Timeline
      items={events.map((event) => ({
        ...{ id: event.id, at: event.occurredAt, icon: EVENT_KINDS[kindOfEvent(event.type)].icon },
        ...{ text: told(event), aside: nameOf(event.actor) },
      }))}
      open={params.get('event') ?? undefined}
      onOpen={open}
      detail={(id) => events.filter((event) => event.id === id).map((event) => <div key={id}>{detailOf(event)}</div>)}
    />
  );
};
