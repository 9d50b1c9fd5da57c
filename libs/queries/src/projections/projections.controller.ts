import { EngineContact, type Words } from '@annals/event-sourcing';
import { Answers, Needs, QueryEndpoint, Summary, type CommandRequest } from '@annals/http';
import { applyDecorators, Body, Controller, HttpCode, Logger, Optional, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PageQuery } from '../page.js';
import { RebuildProjection, RetryKey, RollBackProjection, SkipEvent } from './forms.js';
import { Projections, type ParkedPage, type ProjectionList } from './projections.js';

const Action = (path: string, summary: Words, answer: string): MethodDecorator =>
  applyDecorators(Post(path), HttpCode(200), Summary(summary), Needs('projections.manage'), Answers(answer));

@ApiTags('projections')
@Controller('v1/projections')
export class ProjectionsController {
  private readonly log = new Logger(ProjectionsController.name);

  constructor(
    private readonly projections: Projections,
    @Optional() private readonly contact?: EngineContact,
  ) {}

  @QueryEndpoint(
    '',
    {
      en: 'List views with their position, served version, parked documents and last rebuild',
      zh: '列出视图及其位置、在用版本、已搁置的文档和最近一次重建',
    },
    'projections.manage',
    'ProjectionList',
  )
  async list(): Promise<ProjectionList> {
    const list = await this.projections.list();
    return { logAwaySince: this.contact?.awaySince('log')?.toISOString() ?? null, ...list };
  }

  @QueryEndpoint(':projection', { en: 'Get a view', zh: '查看一个视图' }, 'projections.manage', 'ProjectionState')
  one(@Param('projection') projection: string) {
    return this.projections.state(projection);
  }

  @QueryEndpoint(
    ':projection/parked',
    { en: 'List parked documents, each with the event that failed', zh: '列出已搁置的文档及导致搁置的事件' },
    'projections.manage',
    'ParkedPage',
  )
  parked(@Param('projection') projection: string, @Query() page: PageQuery): Promise<ParkedPage> {
    return this.projections.parked(projection, page);
  }

  @Action(
    ':projection/parked/:key/retry',
    { en: 'Retry the events of a parked document', zh: '重试已搁置文档的事件' },
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

  @Action(
    ':projection/parked/:key/skip',
    { en: 'Skip the failed event of a parked document permanently', zh: '永久跳过导致文档搁置的事件' },
    'SettledKey',
  )
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
    { en: 'Rebuild a view beside the served one, and switch when it is complete', zh: '在后台重建视图，完成后切换' },
    'ProjectionState',
  )
  rebuild(@Param('projection') projection: string, @Req() request: CommandRequest, @Body() form?: RebuildProjection) {
    this.note(request, `rebuilds ${projection}`, form);
    return this.projections.rebuild(projection, actorOf(request));
  }

  @Action(
    ':projection/rollback',
    {
      en: 'Roll back to the version that the last rebuild replaced, or drop that version',
      zh: '回滚到最近一次重建前的版本，或删除该版本',
    },
    'ProjectionState',
  )
  rollBack(@Param('projection') projection: string, @Req() request: CommandRequest, @Body() form?: RollBackProjection) {
    this.note(request, `${form?.drop ? 'drops what was kept of' : 'rolls back'} ${projection}`, form);
    return form?.drop ? this.projections.dropPrevious(projection) : this.projections.rollBack(projection);
  }

  private note(request: CommandRequest, what: string, form: RetryKey = {}) {
    this.log.log(`${actorOf(request)} ${what}${form.reason == null ? '' : `: ${form.reason}`}.`);
  }
}

const actorOf = ({ user }: CommandRequest) => user?.id ?? 'anonymous';
