import { fold } from '@annals/event-sourcing';
import { scenarios } from '@annals/testing';
import { add, added, addedAs, change, changed, other, productId } from '../test/story.js';
import { reinstate, reinstated, withdraw, withdrawn } from '../test/story.js';
import { product } from './product.decider.js';

const given = scenarios(product);

describe('adding a product', () => {
  it('records what the catalogue says of it', () => {
    given().when(add).then(added);
    const more = { code: 'TEA', category: 'Tea', taxClass: 'reduced', activeFrom: '2026-01-01', nameZh: '茶' } as const;
    given()
      .when({ ...add, ...more })
      .then(addedAs(more));
  });
  it('is silent when repeated, even after a change', () =>
    given(added, changed({ unit: 'box' }, { unit: 'bag' }))
      .when(add)
      .thenNothing());
  it('is refused when another product has the id', () =>
    given(added)
      .when({ ...add, name: 'Chang' })
      .thenRejected('ProductAlreadyAdded', { productId }));
  it('is refused with a last day before the first one', () =>
    given()
      .when({ ...add, activeFrom: '2026-02-01', activeUntil: '2026-01-31' })
      .thenRejected('ProductOffersReversed'));
  it('reserves its code in any notation', () => {
    expect(product.identifiers!(fold(product, [addedAs({ code: 'Tea-1' })]))).toEqual([
      { kind: 'productCode', field: 'code', value: 'tea-1' },
    ]);
    expect(product.identifiers!(fold(product, [added]))).toEqual([]);
    expect(product.identifiers!(product.initial)).toEqual([]);
  });
});

describe('what a product refers to', () => {
  const bundle = [{ productId: 'p-2', quantity: '2' }];
  const both = { substitutes: ['p-3'], bundle };

  it('is in the catalogue', () => {
    given()
      .inContext(other('p-2'), other('p-3'))
      .when({ ...add, ...both })
      .then(addedAs(both));
    for (const unknown of [{ substitutes: ['p-9'] }, { bundle: [{ productId: 'p-9', quantity: '1' }] }])
      given(added).when(change(unknown)).thenRejected('ProductUnknown', { productId: 'p-9' });
  });
  it('is named once, and is another product', () => {
    given(added)
      .when(change({ substitutes: ['p-2', 'p-2'] }))
      .thenRejected('ProductNamedTwice', { field: 'substitutes', productId: 'p-2' });
    given(added)
      .when(change({ bundle: [...bundle, ...bundle] }))
      .thenRejected('ProductNamedTwice', { field: 'bundle', productId: 'p-2' });
    given(added)
      .when(change({ substitutes: [productId] }))
      .thenRejected('ProductRefersToItself', { productId });
    given(added)
      .when(change({ bundle: [{ productId, quantity: '1' }] }))
      .thenRejected('ProductRefersToItself', { productId });
  });
  it('is no bundle in a bundle, and more than nothing of it', () => {
    given(added)
      .inContext(other('p-2', { bundle: [{ productId: 'p-3', quantity: '1' }] }))
      .when(change({ bundle }))
      .thenRejected('BundleInBundle', { productId: 'p-2' });
    given(added)
      .inContext(other('p-2'))
      .when(change({ bundle: [{ productId: 'p-2', quantity: '0' }] }))
      .thenRejected('BundleQuantityNotPositive', { productId: 'p-2', quantity: '0' });
  });
});

describe('changing a product', () => {
  it('records what was said before', () =>
    given(added)
      .when(change({ unit: 'bag', name: 'Chai', code: 'TEA' }))
      .then(changed({ unit: 'box', code: null }, { unit: 'bag', code: 'TEA' })));
  it('is silent when nothing changes', () =>
    given(added, changed({ unit: 'box' }, { unit: 'bag' }))
      .when(change({ unit: 'bag', code: null }))
      .thenNothing());
  it('never turns its days around', () =>
    given(addedAs({ activeUntil: '2026-01-31' }))
      .when(change({ activeFrom: '2026-02-01' }))
      .thenRejected('ProductOffersReversed'));
  it('is refused for an unknown product', () =>
    given()
      .when(change({ unit: 'bag' }))
      .thenRejected('ProductUnknown', { productId }));
  it('is refused before its last change', () =>
    given({ ...added, occurredAt: '2026-01-02T00:00:00.000Z' })
      .when(change({ unit: 'bag', occurredAt: '2026-01-01' }), new Date('2026-01-01T00:00:00Z'))
      .thenRejected('ProductOccurredTooEarly'));
});

describe('importing a product again', () => {
  const updated = (said: object) => product.updates!.AddProduct!({ ...add, ...said }, fold(product, [added]));

  it('changes what now differs', () =>
    expect(updated({ unit: 'bag', occurredAt: '2026-01-01' })).toEqual({
      ...{ type: 'ChangeProduct', fields: { productId, name: 'Chai', unit: 'bag' } },
    }));
  it('changes nothing else', () => expect(updated({ taxClass: 'standard' })).toBeUndefined());
});

describe('withdrawing a product', () => {
  it('records since when and why, once', () => {
    given(added).when(withdraw).then(withdrawn);
    given(added, withdrawn).when(withdraw).thenNothing();
  });
  it('is refused with another day or reason, and for an unknown product', () => {
    for (const said of [{ from: '2026-04-01' }, { reason: 'sold out' }])
      given(added, withdrawn)
        .when({ ...withdraw, ...said })
        .thenRejected('ProductAlreadyWithdrawn', { productId, from: '2026-03-01' });
    given().when(withdraw).thenRejected('ProductUnknown');
  });
});

describe('reinstating a product', () => {
  it('makes it one that is offered, once', () => {
    given(added, withdrawn).when(reinstate).then(reinstated);
    given(added, withdrawn, reinstated).when(reinstate).thenNothing();
    given(added, withdrawn, reinstated).when(withdraw).then(withdrawn);
  });
  it('is refused for one that is not withdrawn', () => {
    given(added).when(reinstate).thenRejected('ProductNotWithdrawn', { productId });
    given(added, withdrawn, reinstated)
      .when({ ...reinstate, reason: 'again' })
      .thenRejected('ProductNotWithdrawn');
    given().when(reinstate).thenRejected('ProductUnknown');
  });
});
