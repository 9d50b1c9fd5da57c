/** The final state of the customer. */
export const whatIsKnown = (see: (path: string) => Promise<unknown>) => {
  it('shows the lifecycle state with its rule and event', async () => {
    expect(await see('/v1/customers/acme/lifecycle')).toMatchObject({
      ...{ state: 'developing', rule: 'deal-in-progress' },
      evidence: [{ type: 'DealAdvanced' }],
      history: [{ to: 'initial' }, { from: 'initial', to: 'developing' }],
    });
    expect(await see('/v1/lifecycle')).toMatchObject({ now: { developing: 1 } });
  });

  it('shows actors, times, reasons and values before and after', async () => {
    const history = (await see('/v1/customers/acme/history')) as {
      readonly items: readonly { readonly type: string }[];
    };
    expect(history.items.map(({ type }) => type)).toEqual([
      ...['IdentifierReserved', 'CustomerRegistered', 'CustomerDataChanged', 'ContactMade', 'ContactPreferenceSet'],
      ...['DealOpened', 'DealAdvanced', 'DealClosed'],
      ...['ComplaintFiled', 'ComplaintEscalated', 'ComplaintResolved', 'SatisfactionRated'],
      ...['PaymentReceived', 'InvoiceIssued', 'OrderPlaced', 'OrderDelivered'],
    ]);
    expect(history.items[2]).toMatchObject({
      ...{ actor: 'admin', source: 'http', reason: 'The customer called.' },
      changes: [{ field: 'phone', before: '+43 1 1', after: '+43 1 2' }],
    });
    expect(history.items[9]).toMatchObject({
      reason: 'It takes too long.',
      changes: [{ field: 'tier', before: 1, after: 2 }],
    });
  });
};
