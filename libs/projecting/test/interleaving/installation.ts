import type { EventStore, ViewStore } from '@annals/event-sourcing';
import {
  dropPrevious,
  LanedProjector,
  parkedKeys,
  Projector,
  rebuild,
  retryParked,
  rollBack,
  skipParked,
  type ProjectionRunner,
} from '@annals/projecting';
import { Instance } from './instance.js';
import { viewsOf } from './program.js';
import type { Outage, World } from './world.js';

const TTL = 9_000; // ms

export type Program = { readonly instance: Instance; readonly runner: ProjectionRunner; isStarted: boolean };
type Question = { readonly instance: Instance; isAnswered: boolean };

/** The processes of an installation. */
export class Installation {
  readonly running: Program[] = [];
  private readonly all: Program[] = [];
  isMended = false;
  private questions: Question[] = [];

  constructor(readonly world: World) {}

  start(version: number, lanes: number): Program {
    const instance = new Instance(this.world);
    const options = { batch: 3, apart: 4, cached: 4, waits: { first: 100, most: 4_000 }, sleep: this.world.time.sleep };
    const views = viewsOf(version, this.isMended);
    const runner =
      lanes > 1
        ? new LanedProjector(instance.log, instance.views, views, { ...options, lanes, ttl: TTL })
        : new Projector(instance.log, instance.views, views, options);
    const program = { instance, runner, isStarted: false };
    void this.begin(program);
    this.running.push(program);
    this.all.push(program);
    return program;
  }

  /** As a supervisor does, it starts the process again when its start fails. */
  private async begin(program: Program) {
    while (!program.instance.isDead) {
      try {
        await program.runner.start();
        program.isStarted = true;
        return;
      } catch {
        await this.world.time.sleep(1_000, new AbortController().signal);
      }
    }
  }

  async stop(program: Program) {
    this.running.splice(this.running.indexOf(program), 1);
    void program.runner.stop().catch(() => undefined);
  }

  /** An operator's command in a separate process, which may be killed. */
  command(work: (log: EventStore, views: ViewStore) => Promise<unknown>, dies: number | undefined) {
    const instance = new Instance(this.world);
    if (dies !== undefined) instance.dieAfter(dies, dies % 2 === 0);
    void work(instance.log, instance.views).catch(() => undefined);
  }

  rebuild(version: number, dies?: number) {
    const [view] = viewsOf(version, this.isMended);
    this.command((log, views) => rebuild(log, views, view!, { batch: 3, cached: 2 }), dies);
  }

  rollBack(dies?: number) {
    this.command((_, views) => rollBack(views, 'tallies'), dies);
  }

  dropPrevious(dies?: number) {
    this.command((_, views) => dropPrevious(views, 'tallies'), dies);
  }

  /** Retries or skips the first parked key. */
  settle(version: number, skips: boolean, dies?: number) {
    const [view] = viewsOf(version, this.isMended);
    this.command(async (log, views) => {
      const [parked] = await parkedKeys(views, 'tallies');
      const decision = { reason: 'A test.', actor: 'ann' };
      if (skips) await skipParked(log, views, view!, parked?.key ?? 'broken', decision);
      else if (parked) await retryParked(log, views, view!, parked.key);
    }, dies);
  }

  /** Programs that are started from now on take every event; the old ones end. */
  mend() {
    this.isMended = true;
    for (const program of this.running.splice(0)) this.endNow(program);
  }

  breakOff(engine: 'log' | 'views', how: Outage) {
    this.world.breakOff(engine, how);
  }

  /** Asks every process for its status. */
  ask() {
    for (const { instance, runner, isStarted } of this.running) {
      if (instance.isDead || !isStarted) continue;
      const question = { instance, isAnswered: false };
      const answered = () => void (question.isAnswered = true);
      void runner.status().then(answered, answered);
      this.questions.push(question);
    }
  }

  /** The number of questions without an answer. Those to processes that died are forgotten. */
  get unanswered(): number {
    this.questions = this.questions.filter(({ instance, isAnswered }) => !isAnswered && !instance.isDead);
    return this.questions.length;
  }

  /** Time passes, in which processes renew their leases. */
  pass(ms: number) {
    this.world.time.advance(ms);
    for (const { instance, runner, isStarted } of this.running)
      if (isStarted && !instance.isDead && runner instanceof LanedProjector) void runner.beat().catch(() => undefined);
  }

  /** Ends every process, whatever it does. */
  end() {
    for (const program of this.all) this.endNow(program);
  }

  private endNow({ instance, runner }: Program) {
    instance.die();
    void runner.stop().catch(() => undefined);
  }
}
