import { commandFrom } from '@annals/command-bus/forms';
import { CaptureLead, leadOfForm } from '@annals/domain-leads';
import { AnswerSchemas, Answers, callersOrigin, fingerprintOf, Public, Summary, TakesHtmlForm } from '@annals/http';
import { Body, Controller, Headers, HttpCode, Options, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { randomUUIDv7 } from 'node:crypto';
import { LeadFormAnswers } from './answers.js';
import { isHtmlForm, LeadFormGuard, type FormRequest } from './lead-form.guard.js';

const RECEIVED = { received: true };

const SCHEMA = {
  type: 'object',
  properties: { received: { type: 'boolean', examples: [true] } },
  required: ['received'],
  additionalProperties: false,
};

const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'POST',
  'Access-Control-Allow-Headers': 'Content-Type, Idempotency-Key, Accept-Language',
  'Access-Control-Max-Age': '600',
};

/** What pages of the company send without a session. */
@ApiTags('leads')
@Public()
@UseGuards(LeadFormGuard)
@Controller('v1/lead-forms/:formId/leads')
export class LeadFormsController {
  constructor(private readonly bus: CommandBus) {}

  @Post()
  @HttpCode(202)
  @TakesHtmlForm()
  @Answers('LeadReceived')
  @AnswerSchemas(() => ({ LeadReceived: SCHEMA }))
  @Summary(
    { en: 'Send a lead by a form, without signing in', zh: '通过表单提交线索（无需登录）' },
    {
      en: 'As JSON or as a plain HTML form; a browser that sent an HTML form goes to the page that the form says. An `Idempotency-Key` or `submissionId` that is repeated captures nothing more.',
      zh: 'JSON 或普通 HTML 表单均可；HTML 表单提交后，浏览器转到表单设定的页面。重复的 `Idempotency-Key` 或 `submissionId` 不会再次登记。',
    },
  )
  async send(
    @Param('formId') formId: string,
    @Body() answers: LeadFormAnswers,
    @Req() request: FormRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('Idempotency-Key') key?: string,
  ) {
    const { entry } = request.leadForm;
    if (!answers.homepage) await this.capture(formId, leadOfForm(formId, entry, answers), key ?? answers.submissionId);
    if (isHtmlForm(request) && entry.redirectTo !== null) void reply.status(303).header('Location', entry.redirectTo);
    return RECEIVED;
  }

  @ApiExcludeEndpoint()
  @Options()
  @HttpCode(204)
  @Summary({ en: 'Ask whether a page may send leads by a form', zh: '查询网页是否可通过表单提交线索' })
  preflight(@Param('formId') _: string, @Res({ passthrough: true }) reply: FastifyReply): void {
    void reply.headers(PREFLIGHT);
  }

  /** Keys are separate for each form, and the id of a lead follows from its key. */
  private async capture(formId: string, fields: object, key?: string) {
    const origin = callersOrigin({ commandId: key }, `system:form/${formId}`, () =>
      fingerprintOf(CaptureLead.type, { ...fields }),
    );
    const leadId = key === undefined ? randomUUIDv7() : origin.commandId;
    await this.bus.execute(commandFrom({ ...fields, leadId }, CaptureLead, origin));
  }
}
