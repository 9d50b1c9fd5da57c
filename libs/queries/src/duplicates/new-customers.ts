import { ReadContexts, type ReadContext } from '@annals/access';
import type { AnyCommand } from '@annals/command-bus';
import { NO_PROFILE, profile, type CustomerProfile } from '@annals/contracts-customers';
import { membersOf } from '@annals/contracts-values';
import { engineFaultIn, EventStore } from '@annals/event-sourcing';
import type { DuplicateNote, Sender } from '@annals/http';
import { EVIDENCE } from '@annals/matching';
import { Views } from '@annals/projecting';
import { Injectable } from '@nestjs/common';
import { queryProblems } from '../queries.problems.js';
import { Candidates } from './candidates.js';
import { byScore, Duplicates } from './duplicates.js';

const MOST = 20;

/** A registration as it was sent. */
type Registration = Partial<CustomerProfile> & { readonly customerId: string; readonly ifNoDuplicates?: boolean };

/** The probable duplicates of a customer who is about to be registered, as far as the caller may see them. */
@Injectable()
export class NewCustomers {
  constructor(
    private readonly contexts: ReadContexts,
    private readonly views: Views,
    private readonly candidates: Candidates,
    private readonly duplicates: Duplicates,
    private readonly log: EventStore,
  ) {}

  /**
   * `undefined` while the views are away, unless the command depends on them: then they are read with all that has been
   * recorded. Throws `HttpProblem` 409 `ProbableDuplicate` if it is not to be carried out with a duplicate; a repetition of a
   * registration is.
   */
  async of(command: AnyCommand, { caller, language }: Sender): Promise<readonly DuplicateNote[] | undefined> {
    const sent = command as unknown as Registration;
    const { ifNoDuplicates = false } = sent;
    try {
      const context = await this.contexts.of(caller, ifNoDuplicates ? { position: await this.log.head() } : undefined);
      if (!context.rights.may('duplicates.read')) return [];
      const found = await this.found(sent, context);
      if (ifNoDuplicates) await this.expectRegistered(sent, found, context);
      return found.map(({ evidence, ...each }) => ({
        ...each,
        evidence: evidence.map(({ code }) => ({ code, detail: EVIDENCE[code][language] })),
      }));
    } catch (error) {
      if (engineFaultIn(error) && !ifNoDuplicates) return undefined;
      throw error;
    }
  }

  private async found(sent: Registration, context: ReadContext) {
    const { customerId } = sent;
    const file = { ...NO_PROFILE, customerId, profile: membersOf(profile.shape, sent) };
    const matches = (await this.candidates.ofNew(file, context)).toSorted(byScore).slice(0, MOST);
    const rows = await this.duplicates.rows(matches, context);
    return matches.flatMap(({ other, comparison: { score, evidence, verdict } }) => {
      const row = rows.get(other);
      const found = { customerId: other, score, verdict: verdict as 'same' | 'probable', evidence };
      return row ? [{ ...found, name: row.name }] : [];
    });
  }

  private async expectRegistered(
    { customerId }: Registration,
    found: readonly { readonly customerId: string }[],
    { fresh }: ReadContext,
  ) {
    if (found.length === 0) return;
    const { value } = await this.views.one(this.candidates.view, customerId, fresh);
    const customers = found.map((each) => each.customerId);
    if (!value) throw queryProblems.problem('ProbableDuplicate', { customers });
  }
}
