import { Fresh, notFound, QueryEndpoint } from '@annals/http';
import { Views, type Freshness } from '@annals/projecting';
import { complaintBoard, type Complaint } from '@annals/projection-complaint-board';
import { Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ComplaintsQuery, conditionsOf } from './complaints.query.js';
import { Names } from './names.js';
import { listQuery, pageOf } from './page.js';

export type NamedComplaint = Complaint & { readonly customerName: string | null };
export type ComplaintPage = { readonly items: readonly NamedComplaint[]; readonly next: string | null };

@ApiTags('complaints')
@Controller('v1/complaints')
export class ComplaintQueriesController {
  constructor(
    private readonly views: Views,
    private readonly names: Names,
  ) {}

  @QueryEndpoint('', 'Complaints, open and resolved, by status, severity, tier, assignee and more', 'ComplaintPage')
  async list(@Query() query: ComplaintsQuery, @Fresh() fresh?: Freshness) {
    const where = conditionsOf(query, new Date());
    const found = await this.views.find(complaintBoard, listQuery(where, query.sort, query), fresh);
    const names = await this.names.customers(found.value.items.map(({ document }) => document.customerId));
    return pageOf(found, (complaint) => ({ ...complaint, customerName: names.get(complaint.customerId) ?? null }));
  }

  @QueryEndpoint(':complaintId', 'One complaint with its text, its resolution and its rating', 'NamedComplaint')
  async one(@Param('complaintId') complaintId: string, @Fresh() fresh?: Freshness) {
    const { value, ...state } = await this.views.one(complaintBoard, complaintId, fresh);
    if (!value) return notFound('Complaint', complaintId);
    const names = await this.names.customers([value.customerId]);
    return { ...state, value: { ...value, customerName: names.get(value.customerId) ?? null } };
  }
}
