import type { ScoreRule } from '@annals/analytics';
import { maskedAt, RecordAccess, type ReadContext } from '@annals/access';
import { Configuration } from '@annals/configuration';
import { freshnessHeaders } from '@annals/http';
import { Views, type Answer } from '@annals/projecting';
import { leadList, type LeadDocument } from '@annals/projections-leads';
import { missingOf } from '@annals/reading';
import { Injectable } from '@nestjs/common';

/** Leads as their readers see them. */
@Injectable()
export class Leads {
  private readonly list: ReturnType<typeof leadList>;

  constructor(
    private readonly views: Views,
    private readonly access: RecordAccess,
    configuration: Configuration,
  ) {
    const { scoreRules } = configuration.slices['leads']! as { readonly scoreRules: readonly ScoreRule[] };
    this.list = leadList({ ...configuration, scoreRules });
  }

  /** Throws `HttpProblem` 404 `LeadNotFound`. */
  async one(leadId: string, context: ReadContext): Promise<Answer<LeadDocument> & { readonly masked: boolean }> {
    const { value, ...state } = await this.views.one(this.list, leadId, context.fresh);
    const reading = { context, permission: 'leads.read' };
    const { visible, masked } = await this.access.decide(this.list, leadId, value, reading);
    if (!value || !visible) return missingOf(this.list.list!).fail(leadId, freshnessHeaders(state));
    return { ...state, masked, value: masked ? maskedAt(value, this.list.personal) : value };
  }
}
