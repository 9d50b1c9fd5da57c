import { recordIdOf, type CallerEvent } from '@annals/contracts-contacts';
import { when, type Of } from '@annals/event-sourcing';
import { FileComplaint } from './complaint.commands.js';

/** What an unknown caller complained of is filed when the customer is known; its due times count from the call. */
export const fileComplaintsOfCallers = when<Of<CallerEvent, 'CallerIdentified'>>({
  name: 'file-complaints-of-callers',
  summary: { en: 'File the complaint of an unknown caller who was identified', zh: '来访者身份确认后登记其投诉' },
  on: {
    CallerIdentified: ({ data: { callerId, customerId, channel, contactedAt: occurredAt, complaint } }) =>
      complaint
        ? [FileComplaint.of({ complaintId: recordIdOf(callerId), customerId, channel, ...complaint, occurredAt })]
        : [],
  },
});
