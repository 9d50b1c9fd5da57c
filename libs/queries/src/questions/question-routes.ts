import { Reads, type ReadContext } from '@annals/access';
import { EventStore } from '@annals/event-sourcing';
import { AnswerSchemas, languageOf, Moments, QueryEndpoint, QueryForm, Summary } from '@annals/http';
import { answerSchema } from '@annals/reading';
import type { Asking, Question } from '@annals/slice';
import { Controller, Headers, Param, Query, Res, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { leadToSurvivor } from '../customers/lead-to.js';
import { questionForm, type QuestionForm } from './question-form.js';

const CUSTOMERS = { path: 'customers', id: 'customerId' };

/** The route of a question, `GET /v1/customers/:customerId/…`, for those who have its right for the record. */
export const questionRoute = (question: Question): Type => {
  const { name, get, summary, description, needs, answer, of = CUSTOMERS } = question;
  const isOfCustomer = of === CUSTOMERS;

  @ApiTags(of.path)
  @Controller(`v1/${of.path}`)
  class QuestionRoute {
    constructor(
      private readonly log: EventStore,
      private readonly moments: Moments,
    ) {}

    @Summary(summary, description)
    @QueryEndpoint(`:${of.id}/${get}`, summary, needs, name)
    @QueryForm(questionForm(question))
    @AnswerSchemas(() => ({ [name]: answerSchema(answer) }))
    async ask(
      @Param(of.id) recordId: string,
      @Query() form: QuestionForm,
      @Headers('Accept-Language') accepted: string | undefined,
      @Res({ passthrough: true }) reply: FastifyReply,
      @Reads() context: ReadContext,
    ) {
      if (isOfCustomer) await expectCustomer(recordId, reply.request.url, context);
      else context.expectRight(needs);
      const { consistencyToken: _, at, ...fields } = form;
      const language = languageOf(accepted);
      const asked = {
        ...fields,
        [of.id]: recordId,
        ...(at !== undefined && { at: this.moments.at('at', at) }),
      } as Asking;
      const answered = await question.ask(this.log, asked, new Date(), language);
      void reply.header('Content-Language', language);
      return answered;
    }
  }
  const expectCustomer = async (customerId: string, url: string, context: ReadContext) => {
    await context.expectVisible(needs, customerId);
    await leadToSurvivor(context, { customerId, url, headers: {} });
  };
  return Object.defineProperty(QuestionRoute, 'name', { value: `${name}Controller` });
};
