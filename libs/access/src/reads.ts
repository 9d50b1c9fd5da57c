import { ANONYMOUS, freshnessOf, marksFresh, type CommandRequest } from '@annals/http';
import { createParamDecorator, Injectable, type ExecutionContext, type PipeTransform } from '@nestjs/common';
import { CustomerPlaces } from './customer-places.js';
import { LiveOrganisation } from './live-organisation.js';
import { ReadContext } from './read-context.js';

/** Makes the `ReadContext` of a request. */
@Injectable()
export class ReadContexts implements PipeTransform<CommandRequest, Promise<ReadContext>> {
  constructor(
    private readonly organisation: LiveOrganisation,
    private readonly places: CustomerPlaces,
  ) {}

  async transform(request: CommandRequest): Promise<ReadContext> {
    const caller = request.user ?? ANONYMOUS;
    return new ReadContext(caller, await this.organisation.rightsOf(caller), freshnessOf(request), this.places);
  }
}

const requestIn = createParamDecorator((_: unknown, context: ExecutionContext) =>
  context.switchToHttp().getRequest<CommandRequest>(),
);

/** The `ReadContext` of a request; its route takes a consistency token, as with `Fresh`. */
export const Reads = (): ParameterDecorator => (target, key, index) => {
  marksFresh(target, key!);
  requestIn(ReadContexts)(target, key, index);
};
