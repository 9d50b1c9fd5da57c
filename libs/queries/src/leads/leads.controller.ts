import { Reads, type ReadContext } from '@annals/access';
import { languageOf, QueryEndpoint } from '@annals/http';
import { Controller, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Language } from '@annals/event-sourcing';
import type { LeadDocument } from '@annals/projections-leads';
import type { FastifyReply } from 'fastify';
import { Candidates } from '../duplicates/candidates.js';
import { Duplicates, type Duplicate } from '../duplicates/duplicates.js';
import { FreshQuery } from '../page.js';
import { fileOf } from './lead-file.js';
import { LeadProbabilities } from './lead-probabilities.js';
import { Leads } from './leads.js';

/** The customers that a lead probably is already, the most probable first. */
export type DuplicatesOfLead = { readonly leadId: string; readonly items: readonly Duplicate[] };

@ApiTags('leads')
@Controller('v1')
export class LeadsController {
  constructor(
    private readonly leads: Leads,
    private readonly probabilities: LeadProbabilities,
    private readonly candidates: Candidates,
    private readonly duplicates: Duplicates,
  ) {}

  @QueryEndpoint(
    'leads/:leadId/duplicates',
    {
      en: 'List the customers that a lead probably is already, with score and evidence',
      zh: '列出线索可能对应的已有客户及评分和依据',
    },
    'duplicates.read',
    'DuplicatesOfLead',
  )
  async duplicatesOf(
    @Param('leadId') leadId: string,
    @Query() _: FreshQuery,
    @Headers('Accept-Language') accepted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Reads() context: ReadContext,
  ) {
    context.expectRight('duplicates.read');
    const language = languageOf(accepted);
    void reply.header('Content-Language', language);
    const { value, masked, ...state } = await this.leads.one(leadId, context);
    const items = masked ? [] : await this.found(value, context, language);
    return { ...state, value: { leadId, items } satisfies DuplicatesOfLead };
  }

  @QueryEndpoint(
    'leads/:leadId/probability',
    {
      en: 'Get how probable it is that a lead is converted, by what became of other leads',
      zh: '根据其他线索的结果查看线索的转化概率',
    },
    'leads.read',
    'LeadProbability',
  )
  async probabilityOf(@Param('leadId') leadId: string, @Query() _: FreshQuery, @Reads() context: ReadContext) {
    const { value, position, stale } = await this.leads.one(leadId, context);
    return { position, stale, value: await this.probabilities.of(value, context) };
  }

  private async found(lead: LeadDocument, context: ReadContext, language: Language) {
    return this.duplicates.shown(await this.candidates.ofNew(fileOf(lead), context), context, language);
  }
}
