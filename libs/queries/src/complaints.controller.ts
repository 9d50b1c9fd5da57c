import { accessProblems, Asker, CustomerAccess, PERSONAL, RecordAccess, type Eyes } from '@annals/access';
import { Fresh, QueryEndpoint, type Caller } from '@annals/http';
import { Views, type Freshness } from '@annals/projecting';
import { complaintBoard, type Complaint } from '@annals/projections-complaints';
import { Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ComplaintsQuery, conditionsOf } from './complaints.query.js';
import { Names } from './names.js';
import { listQuery, seenPage, shown } from './page.js';

export type NamedComplaint = Complaint & { readonly customerName: string | null };
export type ComplaintPage = { readonly items: readonly NamedComplaint[]; readonly next: string | null };

@ApiTags('complaints')
@Controller('v1/complaints')
export class ComplaintQueriesController {
  constructor(
    private readonly views: Views,
    private readonly names: Names,
    private readonly customers: CustomerAccess,
    private readonly records: RecordAccess,
  ) {}

  @QueryEndpoint(
    '',
    {
      en: 'List complaints by status, severity, tier, assignee and more',
      zh: '按状态、严重程度、处理层级、处理人等列出投诉',
    },
    'complaints.read',
    'ComplaintPage',
  )
  async list(@Query() query: ComplaintsQuery, @Asker() caller: Caller, @Fresh() fresh?: Freshness) {
    const eyes = await this.eyes(caller, fresh);
    const where = conditionsOf(query, new Date());
    const found = await this.records.find(complaintBoard, listQuery(where, query.sort, query), eyes);
    const names = await this.names.customers(found.value.items.map(({ document }) => document.customerId));
    return seenPage(found, PERSONAL.complaint, (complaint) => ({
      ...complaint,
      customerName: names.get(complaint.customerId) ?? null,
    }));
  }

  @QueryEndpoint(
    ':complaintId',
    { en: 'Get a complaint with its text, resolution and rating', zh: '查看投诉的内容、处理结果和评价' },
    'complaints.read',
    'NamedComplaint',
  )
  async one(@Param('complaintId') complaintId: string, @Asker() caller: Caller, @Fresh() fresh?: Freshness) {
    const { value, ...state } = await this.views.one(complaintBoard, complaintId, fresh);
    const decision = value && (await this.records.decide(complaintBoard, value, await this.eyes(caller, fresh)));
    if (!decision?.visible) return accessProblems.fail('ComplaintNotFound', { id: complaintId });
    const names = await this.names.customers([value!.customerId]);
    const named: NamedComplaint = { ...value!, customerName: names.get(value!.customerId) ?? null };
    return { ...state, value: shown(named, decision.masked, PERSONAL.complaint) };
  }

  private async eyes(caller: Caller, fresh?: Freshness): Promise<Eyes> {
    return { sight: await this.customers.sight(caller), permission: 'complaints.read', fresh };
  }
}
