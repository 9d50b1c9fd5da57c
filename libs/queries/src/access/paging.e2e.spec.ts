import { openDesk } from '../../test/desk.js';
import { caller, customer, deal, own, staff } from '../../test/staff.js';
import type { DealPage } from '../../test/pages.js';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => `${index}`.padStart(4, '0'));

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  await desk.record(
    ...staff,
    ...numbers(700).flatMap((number) => [
      customer(`u-${number}`, number),
      own(`u-${number}`, Number(number) % 100 === 0 ? 'cid' : 'ann'),
    ]),
    ...numbers(1_400).map((number) => deal(`d-${number}`, `u-${numbers(700)[Number(number) % 700]}`, null)),
  );
});
afterAll(() => desk.close());

/** Every page, and all that is on them. */
const walk = async (id: string, query: string) => {
  const pages: (readonly string[])[] = [];
  let next: string | null = '';
  while (next !== null) {
    const url: string = `/v1/deals?${query}${next && `&cursor=${next}`}`;
    const { body } = await desk.get<DealPage>(url, caller(id));
    pages.push(body.items.map(({ dealId }) => dealId));
    next = body.next;
  }
  return pages;
};

describe.each([
  ['cid', 14],
  ['ann', 1_386],
])('the deals that %s may see', (id, count) => {
  it.each([97, 250])('come in full pages of %d, each once', async (limit) => {
    const pages = await walk(id, `limit=${limit}&sort=openedAt`);
    expect(pages.flat()).toHaveLength(count);
    expect(new Set(pages.flat()).size).toBe(count);
    for (const page of pages.slice(0, -1)) expect(page).toHaveLength(limit);
  });

  it('are as many as the pipeline counts', async () => {
    const { body } = await desk.get<{ total: { deals: number } }>('/v1/deals/pipeline', caller(id));
    expect(body.total.deals).toBe(count);
  });
});
