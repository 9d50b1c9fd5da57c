import { leadFormStream } from '@annals/contracts-leads';
import { knownForm, type LeadForm } from '@annals/domain-leads';
import { EventStore, stateOf } from '@annals/event-sourcing';
import { addressOf, mediaTypeOf, type RateLimit, FORM_TYPE } from '@annals/http';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { leadFormHttpProblems } from './lead-forms.problems.js';

/** Provider token of the `FormLimits`. */
export const FORM_LIMITS = Symbol('FormLimits');

/** The limits of requests of one form and from one address. */
export type FormLimits = { readonly forms: RateLimit; readonly addresses: RateLimit };

/** A request to a form, once it is known. */
export type FormRequest = FastifyRequest & { leadForm: NonNullable<LeadForm> };

/**
 * Limits and admits what pages send before it is read: an unknown form, one that is switched off, and pages of other sites are
 * refused. Only pages of allowed origins can read the answer.
 */
@Injectable()
export class LeadFormGuard implements CanActivate {
  constructor(
    private readonly log: EventStore,
    @Inject(FORM_LIMITS) private readonly limits: FormLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const [request, reply] = [http.getRequest<FormRequest>(), http.getResponse<FastifyReply>()];
    this.limits.addresses.take(addressOf(request), reply);
    const { formId } = request.params as { readonly formId: string };
    const { state: form } = await stateOf(this.log, knownForm, leadFormStream(formId));
    if (!form) return leadFormHttpProblems.fail('LeadFormNotFound', { id: formId });
    allowOrigin(form, request, reply);
    if (request.method === 'OPTIONS') return true;
    if (!form.isOn) leadFormHttpProblems.fail('LeadFormOff');
    this.limits.forms.take(formId, reply);
    request.leadForm = form;
    if (isHtmlForm(request)) request.body = fieldsIn(request.body);
    return true;
  }
}

/** Whether a browser sent a plain HTML form. */
export const isHtmlForm = (request: Pick<FastifyRequest, 'headers'>): boolean => mediaTypeOf(request) === FORM_TYPE;

const allowOrigin = ({ entry }: NonNullable<LeadForm>, { headers }: FastifyRequest, reply: FastifyReply) => {
  const { origin } = headers;
  void reply.header('Vary', 'Origin');
  if (origin === undefined) return; // a program, which can send any origin
  if (!entry.origins.includes(origin)) leadFormHttpProblems.fail('OriginNotAllowed');
  void reply.headers({
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Expose-Headers': 'Retry-After, RateLimit',
  });
};

const AGREED = ['true', 'on', 'yes', '1'];

/** The fields of an HTML form with the types of those in JSON; browsers also send fields that are empty. */
const fieldsIn = (body: unknown): unknown => {
  const { consent, products, ...texts } = Object(body) as Readonly<Record<string, string | readonly string[]>>;
  const chosen = [products ?? []].flat().filter((product) => product !== '');
  return {
    ...Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== '')),
    ...(chosen.length > 0 && { products: chosen }),
    ...(consent !== undefined && { consent: [consent].flat().some((said) => AGREED.includes(said)) }),
  };
};
