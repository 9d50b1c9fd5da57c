import { ANONYMOUS, freshnessOf, marksFresh, type Caller, type CommandRequest } from '@annals/http';
import type { Freshness } from '@annals/projecting';
import { createParamDecorator, Injectable, type ExecutionContext, type PipeTransform } from '@nestjs/common';
import { CustomerPlaces } from './customer-places.js';
import { LiveOrganisation } from './live-organisation.js';
import { ReadContext } from './read-context.js';

/** Makes the `ReadContext` of a caller. */
@Injectable()
export class ReadContexts implements PipeTransform<CommandRequest, Promise<ReadContext>> {
  constructor(
    private readonly organisation: LiveOrganisation,
    private readonly places: CustomerPlaces,
  ) {}

  async transform(request: CommandRequest): Promise<ReadContext> {
    return this.of(request.user ?? ANONYMOUS, freshnessOf(request));
  }

  /** What is read includes the position of `fresh`. */
  async of(caller: Caller, fresh: Freshness | undefined): Promise<ReadContext> {
    return new ReadContext(caller, await this.organisation.rightsOf(caller), fresh, this.places);
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
