import type { CustomerEvent } from '@annals/contracts-customers';
import { when } from '@annals/event-sourcing';
import { AbandonMerge, CompleteMerge, CompleteUndoMerge } from './merge.commands.js';

/** What a crash has left half done is completed, or abandoned if it is refused by now. */
export const completeMerges = when<CustomerEvent>({
  name: 'complete-merges',
  summary: {
    en: 'Complete merges and the undoing of merges that were interrupted',
    zh: '完成中断的合并和撤销合并',
  },
  on: {
    MergeBegun: ({ data: { customerId: mergedId, survivorId: customerId, reason, choices } }) => [
      CompleteMerge.of({ customerId, mergedId, reason, choices }),
      AbandonMerge.of({ customerId: mergedId, survivorId: customerId }),
    ],
    CustomerRestored: ({ data: { customerId: mergedId, survivorId: customerId, reason } }) => [
      CompleteUndoMerge.of({ customerId, mergedId, reason }),
    ],
  },
});
