import { Answers, Needs, QueryEndpoint, type CommandRequest } from '@annals/http';
import { applyDecorators, Body, Controller, HttpCode, Logger, Param, Post, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { PageQuery } from '../page.js';
import { RebuildProjection, RetryKey, RollBackProjection, SkipEvent } from './forms.js';
import { Projections, type ParkedPage, type ProjectionList } from './projections.js';

const Action = (path: string, summary: string, answer: string): MethodDecorator =>
  applyDecorators(Post(path), HttpCode(200), ApiOperation({ summary }), Needs('projections.manage'), Answers(answer));

@ApiTags('projections')
@Controller('v1/projections')
export class ProjectionsController {
  private readonly log = new Logger(ProjectionsController.name);

  constructor(private readonly projections: Projections) {}

  @QueryEndpoint(
    '',
    'Every view: how far it is, what it serves, what stands still, its last rebuild',
    'projections.manage',
    'ProjectionList',
  )
  list(): Promise<ProjectionList> {
    return this.projections.list();
  }

  @QueryEndpoint(':projection', 'One view', 'projections.manage', 'ProjectionState')
  one(@Param('projection') projection: string) {
    return this.projections.state(projection);
  }

  @QueryEndpoint(
    ':projection/parked',
    'The documents that stand still, each with the event that stopped it',
    'projections.manage',
    'ParkedPage',
  )
  parked(@Param('projection') projection: string, @Query() page: PageQuery): Promise<ParkedPage> {
    return this.projections.parked(projection, page);
  }

  @Action(
    ':projection/parked/:key/retry',
    'Take what a document waits for, now that the program is mended',
    'SettledKey',
  )
  retry(
    @Param('projection') projection: string,
    @Param('key') key: string,
    @Req() request: CommandRequest,
    @Body() form?: RetryKey,
  ) {
    this.note(request, `retries ${key} of ${projection}`, form);
    return this.projections.retry(projection, key);
  }

  @Action(':projection/parked/:key/skip', 'Leave out the event that stopped a document, for ever', 'SettledKey')
  skip(
    @Param('projection') projection: string,
    @Param('key') key: string,
    @Req() request: CommandRequest,
    @Body() form: SkipEvent,
  ) {
    this.note(request, `skips the event that stopped ${key} of ${projection}`, form);
    return this.projections.skip(projection, key, { reason: form.reason, actor: actorOf(request) });
  }

  @Action(
    ':projection/rebuild',
    'Begin to build a view anew beside the served one, and switch when it is whole',
    'ProjectionState',
  )
  rebuild(@Param('projection') projection: string, @Req() request: CommandRequest, @Body() form?: RebuildProjection) {
    this.note(request, `rebuilds ${projection}`, form);
    return this.projections.rebuild(projection, actorOf(request));
  }

  @Action(':projection/rollback', 'Serve what the last rebuild replaced, or drop it', 'ProjectionState')
  rollBack(@Param('projection') projection: string, @Req() request: CommandRequest, @Body() form?: RollBackProjection) {
    this.note(request, `${form?.drop ? 'drops what was kept of' : 'rolls back'} ${projection}`, form);
    return form?.drop ? this.projections.dropPrevious(projection) : this.projections.rollBack(projection);
  }

  private note(request: CommandRequest, what: string, form: RetryKey = {}) {
    this.log.log(`${actorOf(request)} ${what}${form.reason === undefined ? '' : `: ${form.reason}`}.`);
  }
}

const actorOf = ({ user }: CommandRequest) => user?.id ?? 'anonymous';
