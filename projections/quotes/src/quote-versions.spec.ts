import { quoteContracts, type QuoteEvent } from '@annals/contracts-quotes';
import { fieldsOf, project } from '@annals/event-sourcing';
import { anyLogOf, projectionContract, recorded, viewContract } from '@annals/testing';
import {
  accepted,
  anyEvent,
  declined,
  drafted,
  expired,
  plain,
  revised,
  sent,
  terms,
  withdrawn,
} from '../test/events.js';
import { quoteDuties, quoteVersions, versionKey } from './index.js';

describe('a version', () => {
  const versions = (...events: QuoteEvent[]) => project(quoteVersions, recorded(events));

  it('stays as it was sent', () => {
    const sentOne = versions(drafted, sent()).get(versionKey('q-1', 1))!;
    const later = versions(drafted, sent(), revised(2), sent(2), accepted()).get(versionKey('q-1', 1))!;
    expect(quoteVersions.answer.of(later)).toEqual(quoteVersions.answer.of(sentOne));
    const { preparedAt, sentAt, ...shown } = quoteVersions.answer.of(sentOne);
    expect([preparedAt, sentAt]).toEqual(['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z']);
    expect(shown).toEqual({
      ...{ versionId: 'q-1:v1', quoteId: 'q-1', customerId: 'u-1', dealId: 'd-1', number: 'Q-7', version: 1, ...terms },
      ...{ discountPercent: '0.00', preparedBy: { id: 'anna', name: 'Anna' }, sentBy: { id: 'anna', name: 'Anna' } },
    });
  });

  it('is found by its quote and its owner', () => {
    const [one, other] = [drafted, plain].map((event) => versions(event).get(versionKey('q-1', 1))!);
    expect(fieldsOf(quoteVersions, one!)).toMatchObject({ customer: 'u-1', quote: 'q-1', owner: 'anna' });
    expect(fieldsOf(quoteVersions, other!)).toMatchObject({ owner: null });
  });

  viewContract(quoteVersions, quoteContracts, anyLogOf(anyEvent));
});

describe('what time ends', () => {
  it('is the version that the customer has, on the day after its validity', () => {
    const dutyAfter = (...events: QuoteEvent[]) => {
      const duty = project(quoteDuties, recorded(events)).get('q-1')!;
      return [fieldsOf(quoteDuties, duty)['expiresOn'], duty.open?.version];
    };
    expect(dutyAfter(drafted)).toEqual([null, undefined]);
    expect(dutyAfter(drafted, sent())).toEqual(['2026-02-01', 1]);
    expect(dutyAfter(drafted, sent(), revised(2), sent(2))).toEqual(['2026-03-01', 2]);
    for (const end of [accepted(), declined, withdrawn, expired])
      expect(dutyAfter(drafted, sent(), end)).toEqual([null, undefined]);
  });

  projectionContract(quoteDuties, anyLogOf(anyEvent));
});
