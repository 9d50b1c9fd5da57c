import { maskedAt } from '@annals/access';
import type { ListedView, View } from '@annals/event-sourcing';
import { Injectable } from '@nestjs/common';
import { Incompleteness } from './incompleteness.js';
import { Names, type Look } from './names.js';

/** Makes the answers of lists and single records. */
@Injectable()
export class Answers {
  constructor(
    readonly names: Names,
    /** What the answers lack. */
    readonly incompleteness: Incompleteness,
  ) {}

  /**
   * The public form of documents, with the names of what they refer to and their revisions; `look` finds the names as of a
   * moment, of which there are no revisions.
   */
  async of(
    view: ListedView,
    items: readonly { readonly document: object; readonly masked: boolean }[],
    look?: Look,
  ): Promise<readonly object[]> {
    const documents = items.map(({ document }) => document);
    const namesOf = await this.names.of(view, documents, look);
    return items.map(({ document, masked }) => ({
      ...answerOf(view, document, masked),
      ...namesOf(document, masked),
      ...(view.revision && { revision: look ? null : view.revision(document) }),
    }));
  }
}

/** The public form of a document, masked before it is computed. */
export const answerOf = (
  { answer, personal }: Pick<View<never, object>, 'answer' | 'personal'>,
  document: object,
  masked: boolean,
): object => answer.of(masked ? maskedAt(document, personal) : document);
