import { accepted, approved, drafted, given, max, refused, request1, requested } from '../test/story.js';
import { revised, roles, send, sent, totals } from '../test/story.js';

const low = { ...totals, list: '120.00' }; // 22.42 % below
const expensive = { ...totals, total: '5000.01' };
const cheap = drafted({ totals: low });
const valued = { totals: low };
const at = (day: number) => `2026-01-0${day}T09:00:00.000Z`;

describe('sending a quote above a limit', () => {
  it('needs approval', () => {
    const refusal = { discount: '22.42', total: '105.20 CNY' };
    const sales = [roles('anna', 'sales')];
    given(cheap)
      .inContext(...sales)
      .when(send())
      .thenRejected('QuoteNeedsApproval', refusal);
    given(cheap, requested(valued))
      .inContext(...sales)
      .when(send())
      .thenRejected('QuoteNeedsApproval', refusal);
    given(cheap, requested(valued), refused(valued))
      .inContext(...sales)
      .when(send())
      .thenRejected('QuoteNeedsApproval');
    given(cheap, requested(valued), approved(valued))
      .inContext(...sales)
      .when(send())
      .then(sent(1, valued));
    given(drafted({ totals: expensive }))
      .inContext(...sales)
      .when(send())
      .thenRejected('QuoteNeedsApproval');
  });

  it('needs it again after a revision', () =>
    given(cheap, requested(valued), approved(valued), revised(1, { ...valued, notes: 'n' }))
      .inContext(roles('anna', 'sales'))
      .when(send())
      .thenRejected('QuoteNeedsApproval'));

  it('needs none for a role with higher limits, nor of an import', () => {
    given(cheap)
      .inContext(roles('anna', 'sales', 'manager'))
      .when(send())
      .then(sent(1, valued));
    given(cheap)
      .when(send({ sentBy: undefined }))
      .then(sent(1, { ...valued, sentBy: null }));
  });
});

describe('asking for approval', () => {
  it('is of the last version as it is', () => {
    given(drafted())
      .when(request1({ remark: '新客户' }))
      .then(requested({ remark: '新客户' }));
    given(drafted())
      .when(request1({ requestedBy: undefined }))
      .then(requested({ requestedBy: null }));
    given(drafted(), sent(), revised(2))
      .when(request1())
      .then(requested({ version: 2 }));
    given(drafted(), requested({ requestId: 'ar-0' }), refused({ requestId: 'ar-0' }))
      .when(request1())
      .then(requested());
  });

  it('is silent when repeated', () => {
    given(drafted(), requested()).when(request1()).thenNothing();
    given(drafted(), requested(), approved({ remark: '好' }))
      .when(request1())
      .thenNothing();
    given(drafted(), requested(), refused()).when(request1()).thenNothing();
  });

  it('is refused while another request waits, once the version is sent, and after its end', () => {
    const other = request1({ requestId: 'ar-2' });
    given().when(other).thenRejected('QuoteUnknown');
    given(drafted(), requested())
      .when(other)
      .thenRejected('QuoteApprovalAlreadyRequested', { version: 1, requestId: 'ar-1' });
    given(drafted(), requested(), approved()).when(other).thenRejected('QuoteApprovalAlreadyRequested');
    for (const changed of [{ remark: '新' }, { requestedBy: max }])
      given(drafted(), requested(), refused()).when(request1(changed)).thenRejected('QuoteApprovalAlreadyRequested');
    given(drafted(), sent()).when(other).thenRejected('QuoteAlreadySent', { version: 1 });
    given(drafted(), sent(), accepted()).when(other).thenRejected('QuoteEnded', { status: 'accepted' });
    given({ ...drafted(), occurredAt: at(4) })
      .when(request1({ occurredAt: at(3) }), new Date(at(3)))
      .thenRejected('QuoteOccurredTooEarly');
  });
});
