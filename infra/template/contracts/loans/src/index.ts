import { choice, customerId, day, field, id, personalText } from '@annals/contracts-values';
import { Contract, type EventOf } from '@annals/event-sourcing';
import { z } from 'zod';

// Names and fields below are on disk: add a version, never edit one.

export const loanId = field(id, { en: 'Loan', zh: '借用' }, { example: 'lo-5001' });

const devices = choice({
  meter: { en: 'Meter', zh: '电表' },
  router: { en: 'Router', zh: '路由器' },
  terminal: { en: 'Payment terminal', zh: '支付终端' },
});
const conditions = choice({
  intact: { en: 'Intact', zh: '完好' },
  damaged: { en: 'Damaged', zh: '损坏' },
});

export const device = field(devices, { en: 'Device', zh: '设备' }, { example: 'router' });
export const dueOn = field(day, { en: 'Due on', zh: '归还日期' }, { example: '2026-02-01' });
export const condition = field(conditions, { en: 'Condition', zh: '状况' }, { example: 'intact' });
export const note = field(personalText, { en: 'Note', zh: '备注' }, { example: 'Until the repair is done.' });

const about = { loanId, customerId };

export const DeviceLent = Contract.of('DeviceLent', { en: 'Device lent', zh: '设备已借出' }).v1(
  z.object({ ...about, device, dueOn, note: note.optional() }),
);

export const LoanExtended = Contract.of('LoanExtended', { en: 'Loan extended', zh: '借用已延期' }).v1(
  z.object({ ...about, from: dueOn, to: dueOn }),
);

export const DeviceReturned = Contract.of('DeviceReturned', { en: 'Device returned', zh: '设备已归还' }).v1(
  z.object({ ...about, condition }),
);

export const loanContracts = [DeviceLent, LoanExtended, DeviceReturned] as const;
export type LoanEvent = EventOf<(typeof loanContracts)[number]>;
