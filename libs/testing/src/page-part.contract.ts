import { FoldedViews, replaceAt, type Contract, type PagePart, type RecordedEvent } from '@annals/event-sourcing';
import fc from 'fast-check';
import type { z } from 'zod';
import { SECRET, secretly } from './secret.js';
import type { AnyLog } from './projection.contract.js';

type Asked = { readonly customerId?: string; readonly today?: string; readonly masked?: boolean };

const MASK = '•••';

/** What a part of the page of a customer answers after these events. */
export const partAfter = <A extends z.ZodObject>(
  { reads, answer }: PagePart<A>,
  log: readonly RecordedEvent[],
  { customerId = 'u-1', today = '2026-01-01', masked = false }: Asked = {},
): z.output<A> => {
  const all = Object.entries(reads);
  const views = new FoldedViews(all.map(([, { view }]) => view));
  views.add(log);
  const request = { customerId, today, hidden: new Set<string>() };
  const parts = views.read(all.map(([, { view, asked }]) => ({ view: view.name, ...asked(request) })));
  const found = all.map(([name, read], index) => {
    const { documents, groups } = parts[index]!;
    const paths = masked ? read.personal : [];
    const bodies = documents.map(({ body }) => paths.reduce((at, path) => replaceAt(at, path, () => MASK), body));
    return [name, read.found(bodies, groups)];
  });
  return answer.of(Object.fromEntries(found) as Readonly<Record<string, unknown>>) as z.output<A>;
};

/** The laws of every part of the page of a customer, over any log. */
export const pagePartContract = (part: PagePart, contracts: readonly Contract[], anyLog: AnyLog) => {
  const forEachCustomer = (
    law: (log: readonly RecordedEvent[], customerId: string) => void,
    change = (log: readonly RecordedEvent[]) => log,
  ) =>
    fc.assert(
      fc.property(anyLog, (log) => {
        for (const customerId of new Set(log.map(({ subject }) => subject))) law(change(log), customerId);
      }),
    );

  it('answers as its schema says, of a customer without events, too', () => {
    const expectFit = (log: readonly RecordedEvent[], customerId: string) => {
      const answer = partAfter(part, log, { customerId });
      expect(part.answer.schema.parse(answer)).toEqual(answer);
    };
    expectFit([], 'nobody');
    return forEachCustomer(expectFit);
  });

  it('names every place of personal data', () =>
    forEachCustomer(
      (log, customerId) =>
        expect(JSON.stringify(partAfter(part, log, { customerId, masked: true }))).not.toContain(SECRET),
      (log) => log.map((event) => ({ ...event, data: secretly(event, contracts) })),
    ));
};
