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

/** The route of a question, `GET /v1/customers/:customerId/…`, for those who have its right for the customer. */
export const questionRoute = (question: Question): Type => {
  const { name, get, summary, description, needs, answer } = question;

  @ApiTags('customers')
  @Controller('v1/customers')
  class QuestionRoute {
    constructor(
      private readonly log: EventStore,
      private readonly moments: Moments,
    ) {}

    @Summary(summary, description)
    @QueryEndpoint(`:customerId/${get}`, summary, needs, name)
    @QueryForm(questionForm(question))
    @AnswerSchemas(() => ({ [name]: answerSchema(answer) }))
    async ask(
      @Param('customerId') customerId: string,
      @Query() form: QuestionForm,
      @Headers('Accept-Language') accepted: string | undefined,
      @Res({ passthrough: true }) reply: FastifyReply,
      @Reads() context: ReadContext,
    ) {
      await context.expectVisible(needs, customerId);
      await leadToSurvivor(context, { customerId, url: reply.request.url, headers: {} });
      const { consistencyToken: _, at, ...fields } = form;
      const language = languageOf(accepted);
      const asked = { ...fields, customerId, ...(at !== undefined && { at: this.moments.at('at', at) }) } as Asking;
      const answered = await question.ask(this.log, asked, new Date(), language);
      void reply.header('Content-Language', language);
      return answered;
    }
  }
  return Object.defineProperty(QuestionRoute, 'name', { value: `${name}Controller` });
};
