import { maskedAt } from '@annals/access';
import type { View } from '@annals/event-sourcing';

/** The public form of a document, masked before it is computed. */
export const answerOf = (
  { answer, personal }: Pick<View<never, object>, 'answer' | 'personal'>,
  document: object,
  masked: boolean,
): object => answer.of(masked ? maskedAt(document, personal) : document);
