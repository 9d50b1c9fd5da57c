import { ReadContexts, type ReadContext } from '@annals/access';
import { isListed, type ListedView } from '@annals/event-sourcing';
import type { Answer } from '@annals/projecting';
import { taskList } from '@annals/projections-tasks';
import { Reader, type ListPage } from '@annals/reading';
import { CATALOGUE, type Catalogue } from '@annals/slice';
import { Inject, Injectable } from '@nestjs/common';
import type { CalendarHolder } from './calendar-addresses.js';
import { calendarOf, type CalendarTask } from './ics.js';

const DAY = 86_400_000; // ms
const [BACK, AHEAD] = [90, 365]; // days
const MOST = { past: 500, coming: 1_000 }; // tasks
const ROUNDS = 10; // pages, of which those in between may be out of reach

type Stretch = Readonly<Record<string, string>> & { readonly sort: string };

/** The calendar of a user: the tasks that are assigned to him or her, as far as they may be seen now. */
@Injectable()
export class CalendarFeed {
  private readonly list: ListedView;

  constructor(
    private readonly reader: Reader,
    private readonly contexts: ReadContexts,
    @Inject(CATALOGUE) { views }: Pick<Catalogue, 'views'>,
  ) {
    this.list = views.filter(isListed).find(({ name }) => name === taskList.name)!;
  }

  /** `undefined` without the right to see tasks. */
  async of({ caller, language }: CalendarHolder, origin: string, now = new Date()): Promise<string | undefined> {
    const context = await this.contexts.of(caller, undefined);
    if (!context.rights.may(this.list.list.needs)) return undefined;
    const at = (days: number) => new Date(now.getTime() + days * DAY).toISOString();
    const past = { 'dueAt.from': at(-BACK), 'dueAt.to': at(0), sort: '-dueAt' };
    const coming = { 'dueAt.from': at(0), 'dueAt.to': at(AHEAD), sort: 'dueAt' };
    const [before, after] = [
      await this.tasks(context, past, MOST.past),
      await this.tasks(context, coming, MOST.coming),
    ];
    return calendarOf([...before.toReversed(), ...after], { language, origin });
  }

  private async tasks(context: ReadContext, stretch: Stretch, limit: number): Promise<readonly CalendarTask[]> {
    const tasks: CalendarTask[] = [];
    let cursor: string | undefined;
    for (let round = 0; round < ROUNDS && tasks.length < limit; round += 1) {
      const form = { ...stretch, assignee: context.caller.id, limit, ...(cursor !== undefined && { cursor }) };
      const { value }: Answer<ListPage> = await this.reader.list(this.list, form, context);
      tasks.push(...(value.items as readonly CalendarTask[]));
      if (value.next === null) break;
      cursor = value.next;
    }
    return tasks.slice(0, limit);
  }
}
