import { annalsCatalogue, configurationOf } from '@annals/composition';
import { fieldsOf, isListed, project, until, type ListedView, type Moment, type Scalar } from '@annals/event-sourcing';
import { hasPast } from '@annals/reading';
import fc from 'fast-check';
import { openDesk } from '../../test/desk.js';
import { marked } from '../../test/marked.js';

const customer = 'u-1';
const { views } = annalsCatalogue(configurationOf({}));
const lists = views.filter(isListed).filter(hasPast);
const names = views.find(({ name }) => name === 'customer-list') as unknown as ListedView;

const day = (number: number) => new Date(Date.UTC(2026, 0, 1 + number)).toISOString();
const facts = marked.filter((event) => 'subject' in event && event.subject === customer);
const DAYS = 9;

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  // Twice, so that facts of the first time are followed and corrected; late and early ones by turns.
  const others = facts.filter(({ type }) => type === 'ContactMade');
  await desk.record(
    ...[...facts, ...facts, ...others.map((fact) => ({ ...fact, data: { ...fact.data, contactId: 't-2' } }))].map(
      (fact, index) => ({ ...fact, subject: customer, occurredAt: day((index * 7) % DAYS) }),
    ),
  );
});
afterAll(() => desk.close());

type Page = {
  readonly items: readonly object[];
  readonly next: string | null;
  readonly total?: object;
};

const history = async () => {
  const events = [];
  for await (const batch of desk.log.readAll(0)) events.push(...batch);
  return events;
};

/** The records of a list after a fold of the log that was cut at the moment, in the default order. */
const folded = async (view: ListedView, moment: Moment) => {
  const events = until(await history(), moment);
  const documents = [...project(view as never, events)] as [string, object][];
  const name = named(project(names as never, events).get(customer));
  const { only = [], sorts } = view.list;
  const [order, turn] = sorts[0].startsWith('-') ? [sorts[0].slice(1), -1] : [sorts[0], 1];
  const rows = documents
    .map(([id, document]) => ({ id, document, fields: fieldsOf(view as never, document as never) }))
    .filter(
      ({ fields }) =>
        fields['customer'] === customer && only.every((one) => 'is' in one && fields[one.field] === one.is),
    )
    .toSorted((a, b) => turn * (compare(a.fields[order], b.fields[order]) || compare(a.id, b.id)));
  const beside = { customerName: name, ...(view.revision && { revision: null }) };
  return rows.map(({ id, document }) => ({ id, answer: { ...view.answer.of(document as never), ...beside } }));
};

const named = (document: unknown) =>
  document === undefined ? null : ((document as { profile: { name?: string } }).profile.name ?? null);

const compare = (a: unknown, b: unknown) => {
  const rank = (value: unknown) => (value === null ? 0 : 1);
  if (rank(a) !== rank(b) || a === null) return rank(a) - rank(b);
  return (a as Scalar)! < (b as Scalar)! ? -1 : Number(a !== b);
};

const anyMoment = async () => {
  const events = await history();
  return fc.oneof(
    fc.nat(events.length).map((position) => ({ query: `asOf=${position}`, moment: { position } })),
    fc.constantFrom(...events).map(({ recordedAt }) => ({
      query: `asOf=${recordedAt}`,
      moment: { recordedAt: new Date(recordedAt) },
    })),
    fc.nat(DAYS).map((at) => ({ query: `axis=occurred&asOf=${day(at)}`, moment: { occurredAt: new Date(day(at)) } })),
  );
};

it('is asked of records of a customer', () =>
  expect(lists.map(({ list: { path } }) => path).toSorted()).toEqual([
    'attachments',
    'complaints',
    'contacts',
    'deals',
    'deliveries',
    'invoices',
    'needs',
    'offers',
    'orders',
    'payments',
    'quote-versions',
    'quotes',
    'readings',
    'tasks',
  ]));

it.each(lists.map((view) => [view.list.path, view] as const))(
  'shows %s, and each of them, as a fold of the log that was cut at the moment does',
  async (path, view) =>
    fc.assert(
      fc.asyncProperty(await anyMoment(), async ({ query, moment }) => {
        const expected = await folded(view, moment);
        const { body } = await desk.get<Page>(`/v1/${path}?customer=${customer}&${query}`);
        expect(body.items).toEqual(expected.map(({ answer }) => answer));
        if (view.list.record.one === null) return;
        for (const { id, answer } of expected)
          expect((await desk.get(`/v1/${path}/${id}?${query}`)).body).toEqual(answer);
      }),
      { numRuns: 15 },
    ),
);

it('counts and pages what there was', async () => {
  const end = `asOf=${(await history()).length}`;
  for (const view of lists) expect((await folded(view, { position: Infinity })).length).toBeGreaterThan(0);
  const whole = await desk.get<Page>(`/v1/contacts?customer=${customer}&${end}&total=true`);
  const first = await desk.get<Page>(`/v1/contacts?customer=${customer}&${end}&limit=1`);
  const rest = await desk.get<Page>(`/v1/contacts?customer=${customer}&${end}&cursor=${first.body.next}`);
  expect([...first.body.items, ...rest.body.items]).toEqual(whole.body.items);
  expect(whole.body.total).toEqual({ count: whole.body.items.length, more: false });
  const never = await desk.get<Page>(`/v1/contacts?customer=${customer}&${end}&updatedSince=2999-01-01`);
  expect(never.body.items).toEqual([]);
});

it('is now what the list without a moment is, but for revisions', async () => {
  for (const { list, revision } of lists) {
    const url = `/v1/${list.path}?customer=${customer}`;
    const { body } = await desk.get<Page>(url);
    const items = body.items.map((item) => (revision ? { ...item, revision: null } : item));
    expect((await desk.get(`${url}&asOf=99999`)).body).toEqual({ ...body, items });
  }
});

it.each([
  ['deals?asOf=1', 'CustomerNeeded'],
  [`deals?customer=${customer}&customer=u-2&asOf=1`, 'CustomerNeeded'],
  [`deals?customer=${customer}&asOf=soon`, 'MomentInvalid'],
  ['deals/d-1?asOf=soon', 'MomentInvalid'],
  [`deals?customer=${customer}&asOf=1&axis=real`, 'ValidationFailed'],
  [`callers?customer=${customer}&asOf=1`, 'ValidationFailed'],
])('refuses %s', async (url, code) =>
  expect(await desk.get(`/v1/${url}`)).toMatchObject({ status: 400, body: { code } }),
);

it('has no record that was not there yet, or never was', async () => {
  for (const url of ['deals/d-1?asOf=0', 'deals/d-9?asOf=99999', 'deals/d-1?axis=occurred&asOf=2000-01-01'])
    expect(await desk.get(`/v1/${url}`)).toMatchObject({ status: 404, body: { code: 'DealNotFound' } });
});
