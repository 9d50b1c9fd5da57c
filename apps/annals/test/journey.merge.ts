import type { Talk } from './talk.js';

/** Two customers become one, and two again. */
export const oneOfTwo = (talk: () => Pick<Talk, 'tell' | 'see' | 'last'>) => {
  const [acme, akme] = ['/v1/customers/acme', '/v1/customers/akme'];
  const pair = { mergedId: 'akme', reason: 'Registered twice.' };
  const openDeals = async (page: string) => ((await talk().see(page)) as { deals: { open: object } }).deals.open;
  const value = { amount: '99.00', currency: 'EUR' };
  /** The position of the last event before the merge. */
  let before: number;

  it('merges another customer into it, with all that was recorded for that one', async () => {
    const profile = { kind: 'organisation', name: 'Akme 有限公司', roles: ['prospect'], email: 'buy@akme.example' };
    await talk().tell('/v1/customers', { customerId: 'akme', ...profile });
    await talk().tell('/v1/deals', { dealId: 'd-2', customerId: 'akme', title: 'Cables', value });
    expect(await openDeals(akme)).toMatchObject({ count: 1 });

    before = talk().last.position;
    await talk().tell(`${acme}/merge`, pair);
    expect(await talk().see(acme)).toMatchObject({
      profile: { name: 'Acme 有限公司', email: 'buy@akme.example' },
      merged: [{ customerId: 'akme', reason: 'Registered twice.' }],
      deals: { open: { count: 1, values: { EUR: '99.00' } } },
    });
    expect(await talk().see('/v1/customers?q=akme')).toMatchObject({ items: [{ customerId: 'acme' }] });
    expect(await talk().see('/v1/deals?customer=acme&status=open')).toMatchObject({ items: [{ dealId: 'd-2' }] });
  });

  it('leads from the id of the other one to it, but not before they were merged', async () => {
    expect(await talk().see(akme)).toMatchObject({ customerId: 'acme' });
    expect(await talk().see(`${akme}?asOf=${before}`)).toMatchObject({ customerId: 'akme' });
    expect(await talk().see(`${acme}?asOf=${before}`)).toMatchObject({ merged: [] });
  });

  it('parts them again, with what became of the records meanwhile', async () => {
    await talk().tell('/v1/deals/d-2/advance', { to: 'negotiation' });
    expect(await talk().see(`${acme}/lifecycle`)).toMatchObject({ state: 'developing' });
    await talk().tell(`${acme}/undo-merge`, { ...pair, reason: 'Mother and daughter.' });
    expect(await talk().see(akme)).toMatchObject({ customerId: 'akme', profile: { email: 'buy@akme.example' } });
    expect(await openDeals(akme)).toMatchObject({ count: 1 });
    expect(await openDeals(acme)).toMatchObject({ count: 0 });
    expect(await talk().see('/v1/deals/d-2')).toMatchObject({ customerId: 'akme', step: 'negotiation' });
    expect(await talk().see('/v1/customers?q=buy@akme.example')).toMatchObject({ items: [{ customerId: 'akme' }] });
  });
};
