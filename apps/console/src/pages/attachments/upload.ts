import { answerOf, api } from '../../api/client.js';
import type { Receipt } from '../../api/command.js';

export const KINDS = ['contract', 'licence', 'sample-photo', 'other'] as const;
export type Kind = (typeof KINDS)[number];

/** What a file is attached to. */
export type AttachedTo = { readonly customerId: string; readonly dealId?: string; readonly complaintId?: string };

const NAMED = "attachment; filename*=UTF-8''";

/** Sends a file as it is. Throws `ApiProblem` and `Unreachable`. */
export const upload = (file: File, kind: Kind, to: AttachedTo): Promise<Receipt> =>
  answerOf(
    api.POST('/v1/attachments', {
      params: { query: { ...to, kind } },
      headers: {
        'Content-Type': 'application/octet-stream',
        'Content-Disposition': `${NAMED}${encodeURIComponent(file.name)}`,
      },
      body: '',
      bodySerializer: () => file,
    }),
  );
