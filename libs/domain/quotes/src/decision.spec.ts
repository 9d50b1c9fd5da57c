import type { QuoteEvent } from '@annals/contracts-quotes';
import { approve, approved, drafted, given, max, refuse, refused, requested } from '../test/story.js';
import { revise, revised, roles, sent, totals, withdrawn } from '../test/story.js';

const low = { ...totals, list: '120.00' }; // 22.42 % below
const cheap = drafted({ totals: low });
const valued = { totals: low };
const at = (day: number) => `2026-01-0${day}T09:00:00.000Z`;

describe('deciding on an approval', () => {
  const managed = (...past: readonly (QuoteEvent & { readonly occurredAt?: string })[]) =>
    given(...past).inContext(roles('max', 'manager'));
  const asked = managed(cheap, requested(valued));

  it('approves or refuses with a reason', () => {
    asked.when(approve({ remark: '好' })).then(approved({ ...valued, remark: '好' }));
    asked.when(refuse()).then(refused(valued));
    given(cheap, requested(valued))
      .when(approve({ decidedBy: undefined }))
      .then(approved({ ...valued, decidedBy: null }));
    given(cheap, requested(valued))
      .when(refuse({ decidedBy: undefined }))
      .then(refused({ ...valued, decidedBy: null }));
  });

  it('is by another user than who asked and who prepared the version', () => {
    const involved = (userId: string) => ['QuoteApproverInvolved', { userId }] as const;
    const anna = { id: 'anna' };
    asked.when(approve({ decidedBy: anna })).thenRejected(...involved('anna'));
    asked.when(refuse({ decidedBy: anna })).thenRejected(...involved('anna'));
    const byOther = managed(drafted({ preparedBy: max }), revised(1), requested());
    byOther.when(approve()).thenRejected(...involved('max'));
    managed(drafted({ preparedBy: max }), sent(), revised(2), requested({ version: 2 }))
      .when(approve())
      .then(approved({ version: 2 }));
    managed(drafted({ preparedBy: null }), requested())
      .when(approve())
      .then(approved());
  });

  it('is within the limits of the approver', () => {
    const most = { ...totals, list: '200.00' };
    managed(drafted({ totals: most }), requested({ totals: most }))
      .when(approve())
      .thenRejected('QuoteAboveApprover', { discount: '53.45', total: '105.20 CNY' });
    given(cheap, requested(valued)).when(approve()).thenRejected('QuoteAboveApprover');
  });

  it('is silent when repeated, and refused if it was decided otherwise', () => {
    managed(drafted(), requested(), approved()).when(approve()).thenNothing();
    managed(drafted(), requested(), refused()).when(refuse()).thenNothing();
    const decided = ['QuoteApprovalAlreadyDecided', { requestId: 'ar-1' }] as const;
    managed(drafted(), requested(), approved())
      .when(approve({ decidedBy: { id: 'bo' } }))
      .thenRejected(...decided);
    managed(drafted(), requested(), approved())
      .when(refuse())
      .thenRejected(...decided);
    managed(drafted(), requested(), refused())
      .when(refuse({ reason: 'Other' }))
      .thenRejected(...decided);
    managed(drafted(), requested(), refused())
      .when(refuse({ decidedBy: { id: 'bo' } }))
      .thenRejected(...decided);
  });

  it('is refused without a request, after a revision, and after the end of the quote', () => {
    given().when(approve()).thenRejected('QuoteUnknown');
    managed(drafted()).when(approve()).thenRejected('QuoteApprovalUnknown', { requestId: 'ar-1' });
    managed(drafted(), requested(), revised(1)).when(approve()).thenRejected('QuoteApprovalUnknown');
    managed(drafted(), requested(), withdrawn()).when(approve()).thenRejected('QuoteEnded', { status: 'withdrawn' });
    managed(drafted(), requested(), withdrawn()).when(refuse()).thenRejected('QuoteEnded', { status: 'withdrawn' });
    const early = managed(drafted(), { ...requested(), occurredAt: at(4) });
    early.when(approve({ occurredAt: at(3) }), new Date(at(3))).thenRejected('QuoteOccurredTooEarly');
    early.when(refuse({ occurredAt: at(3) }), new Date(at(3))).thenRejected('QuoteOccurredTooEarly');
  });

  it('is not asked for again by a revision that changes nothing', () =>
    given(drafted(), requested(), approved()).when(revise()).thenNothing());
});
