import { answerOf, api } from '../../api/client.js';
import type { Receipt } from '../../api/command.js';
import { fileHeaders } from '../../api/file-headers.js';

export const KINDS = ['contract', 'licence', 'sample-photo', 'other'] as const;
export type Kind = (typeof KINDS)[number];

/** What a file is attached to. */
export type AttachedTo = { readonly customerId: string; readonly dealId?: string; readonly complaintId?: string };

/** Sends a file as it is. Throws `ApiProblem` and `Unreachable`. */
export const upload = (file: File, kind: Kind, to: AttachedTo): Promise<Receipt> =>
  answerOf(
    api.POST('/v1/attachments', {
      params: { query: { ...to, kind } },
      headers: fileHeaders(file, 'application/octet-stream'),
      body: '',
      bodySerializer: () => file,
    }),
  );
