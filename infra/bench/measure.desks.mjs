import { below } from './budgets.mjs';
import { CUSTOMERS, SOURCES } from './desks.mjs';
import { desks, START, write } from './events.mjs';
import { slowest } from './measure.views.mjs';
import { Server } from './processes.mjs';
import { chance } from './statistics.mjs';
import { customerId, phoneOf, REGIONS } from './story.mjs';

/** What the lead desk, the task list and the calendar of the console ask for, and filters together. */
const deskRequests = (count, random) => {
  const any = (list) => list[Math.floor(random() * list.length)];
  const number = () => Math.floor(random() * count);
  const employee = () => `employee-${Math.floor(random() * 40)}`;
  const day = (days) => new Date(START + days * 86_400_000).toISOString();
  const week = () => Math.floor(random() * 50) * 7;
  const due = (from) => `dueAt.from=${day(from)}&dueAt.to=${day(from + 7)}`;
  return {
    leads: {
      'first page of leads': () => 'sort=-score',
      'new leads by score': () => 'status=new&sort=-score&limit=200',
      'leads of an owner': () => `owner=${employee()}&status=new&sort=-score`,
      'leads of a source and a country': () => `source=${any(SOURCES)}&country=CN&sort=-capturedAt`,
      'leads of a product in a region': () => `products=Meter&region=${encodeURIComponent(any(REGIONS))}`,
      'lead of a telephone number': () => `phone=${encodeURIComponent(phoneOf(number()))}`,
      'leads of a language by last contact': () => 'language=zh&sort=-lastContactAt',
      'disqualified leads by reason': () => 'status=disqualified&reason=no-budget&sort=-capturedAt',
      'source without leads': () => 'source=radio&status=new',
    },
    tasks: {
      'first page of tasks': () => 'sort=dueAt',
      'open tasks of an assignee': () => `assignee=${employee()}&status=open&sort=dueAt`,
      'overdue tasks': () => 'overdue=true&sort=dueAt&limit=200',
      'overdue tasks of an assignee': () => `assignee=${employee()}&overdue=true&sort=dueAt`,
      'reminders of an assignee': () => `assignee=${employee()}&reminding=true`,
      'a week of all': () => `${due(week())}&sort=dueAt&limit=200`,
      'a week of an assignee': () => `assignee=${employee()}&${due(week())}&sort=dueAt`,
      'open visits': () => 'kind=visit&status=open&sort=-dueAt',
      'tasks of a customer': () => `customer=${customerId(number() % CUSTOMERS)}&sort=-plannedAt`,
    },
  };
};

export const deskLists = {
  name: 'desks',
  what: 'lists of leads and tasks, p99 of the slowest of 18 kinds of requests, 100,000 of each (20,000 if quick)',
  budget: below(50, 'ms'),
  async run(bench) {
    const dataDir = bench.folder();
    const count = bench.quick ? 20_000 : 100_000;
    await write(dataDir, desks(count));
    const server = await (await Server.start(dataDir)).signIn();
    await server.settled();
    await server.quiet();
    await server.signIn();
    const results = [];
    for (const [path, kinds] of Object.entries(deskRequests(count, chance(5))))
      results.push(await slowest(bench, server, path, kinds));
    await server.stop();
    return { value: Math.max(...results.map(({ value }) => value)), notes: results.flatMap(({ notes }) => notes) };
  },
};
