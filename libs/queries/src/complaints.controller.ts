import { accessProblems, Reads, RecordAccess, type ReadContext } from '@annals/access';
import { QueryEndpoint } from '@annals/http';
import { Views } from '@annals/projecting';
import { complaintBoard, type Complaint } from '@annals/projections-complaints';
import { Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ComplaintsQuery, conditionsOf } from './complaints.query.js';
import { Names } from './names.js';
import { PERSONAL } from './personal.js';
import { listQuery, seenPage, shown } from './page.js';

export type NamedComplaint = Complaint & { readonly customerName: string | null };
export type ComplaintPage = { readonly items: readonly NamedComplaint[]; readonly next: string | null };

@ApiTags('complaints')
@Controller('v1/complaints')
export class ComplaintQueriesController {
  constructor(
    private readonly views: Views,
    private readonly names: Names,
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
  async list(@Query() query: ComplaintsQuery, @Reads() context: ReadContext) {
    const reading = readingIn(context);
    const where = conditionsOf(query, new Date());
    const found = await this.records.find(complaintBoard, listQuery(where, query.sort, query), reading);
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
  async one(@Param('complaintId') complaintId: string, @Reads() context: ReadContext) {
    const { value, ...state } = await this.views.one(complaintBoard, complaintId, context.fresh);
    const decision = value && (await this.records.decide(complaintBoard, value, readingIn(context)));
    if (!decision?.visible) return accessProblems.fail('ComplaintNotFound', { id: complaintId });
    const names = await this.names.customers([value!.customerId]);
    const named: NamedComplaint = { ...value!, customerName: names.get(value!.customerId) ?? null };
    return { ...state, value: shown(named, decision.masked, PERSONAL.complaint) };
  }
}

const readingIn = (context: ReadContext) => ({ context, permission: 'complaints.read' });
