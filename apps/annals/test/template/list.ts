import { loan, type Body, type Desk } from './desk.js';

/** What the view answers, as a list and as a report. */
export const listTests = (desk: Desk): void => {
  describe('its list', () => {
    beforeAll(async () => {
      const lend = (loanId: string, dueOn: string, more: object = {}) =>
        desk.post('loans', { loanId, ...loan, dueOn, customerId: 'region', ...more });
      await lend('r-1', '2025-03-06');
      await lend('r-2', '2025-03-04', { device: 'meter', note: 'for Li Na' });
      await lend('r-3', '2025-03-05', { device: 'meter' });
    });
    const ids = ({ body }: { body: Body }) =>
      (body['items'] as readonly { readonly loanId: string }[]).map(({ loanId }) => loanId);

    it.each([
      ['', ['r-2', 'r-3', 'r-1']],
      ['&sort=-dueOn', ['r-1', 'r-3', 'r-2']],
      ['&device=meter&status=out', ['r-2', 'r-3']],
      ['&status=returned', []],
    ])('is filtered and sorted by what its view declares: %s', async (query, expected) =>
      expect(ids(await desk.get(`loans?customer=region${query}`)).filter((id) => id.startsWith('r-'))).toEqual(
        expected,
      ),
    );

    it('comes in pages', async () => {
      const first = await desk.get('loans?customer=region&device=meter&limit=1');
      const second = await desk.get(
        `loans?customer=region&device=meter&limit=1&cursor=${first.body['next'] as string}`,
      );
      expect([ids(first), ids(second)]).toEqual([['r-2'], ['r-3']]);
    });

    it('answers a record with its revision, masked for those who may not see what is personal', async () => {
      expect(await desk.get('loans/r-2')).toMatchObject({
        headers: { etag: expect.stringMatching(/^"0\./) as string },
        body: { note: 'for Li Na' },
      });
      expect(await desk.get('loans/r-2', 'analyst')).toMatchObject({ body: { note: '•••', device: 'meter' } });
    });

    it('has a report, which leads to the records behind a figure', async () => {
      const { body } = await desk.get('reports/loans?by=device&customer=region', 'auditor');
      const rows = body['rows'] as readonly { readonly records: string }[];
      expect(rows).toMatchObject([
        { key: { device: 'meter' }, measures: { loans: 2, damaged: 0 } },
        { key: { device: 'router' }, measures: { damaged: 0 } },
      ]);
      const records = await desk.get(rows[0]!.records.replace('/v1/', ''), 'analyst');
      expect(ids(records).toSorted()).toEqual(['r-2', 'r-3']);
      expect(JSON.stringify(records.body)).not.toContain('Li Na');
    });

    it('is on the page of the customer, masked, or null for those without the right', async () => {
      const page = async (as: string) => (await desk.get('customers/region', as)).body;
      const { loans, events } = await page('service');
      expect(loans).toContainEqual({ loanId: 'r-2', device: 'meter', dueOn: '2025-03-04', note: 'for Li Na' });
      expect(events).toContainEqual(expect.objectContaining({ type: 'DeviceLent', subject: 'meter → 2025-03-04' }));
      expect((await page('analyst'))['loans']).toContainEqual(expect.objectContaining({ loanId: 'r-2', note: '•••' }));
      const unseen = await page('marketing');
      expect(unseen['loans']).toBeNull();
      expect(JSON.stringify(unseen['events'])).not.toContain('DeviceLent');
    });

    it('shows nobody what is out of reach', async () => {
      expect(await desk.get('loans/r-2', 'nobody')).toMatchObject({ status: 403 });
      expect(await desk.get('loans/unheard-of')).toMatchObject({ status: 404, body: { code: 'LoanNotFound' } });
      expect(await desk.get('loans/r-2', 'sales')).toMatchObject({ status: 404, body: { code: 'LoanNotFound' } });
      expect(await desk.get('loans?sort=note')).toMatchObject({ status: 400 });
    });
  });
};
