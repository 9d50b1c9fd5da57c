import { DAY } from './calendar.mjs';
import { staff } from './company.mjs';

const WORKED = ['flagship', 'steady', 'fresh', 'prospect', 'troubled', 'household'];
const HEIRS = { 'li.na': 'wang.qiang', 'zhao.min': 'huang.tao' };

/** A deal that the customer had by a time. */
const dealBy = (book, time) => {
  const at = Date.parse(book.calendar.instant(time));
  const deals = book.commands.filter(({ type, place }) => type === 'OpenDeal' && place < at);
  return deals.length > 0 ? { dealId: book.chance.pick(deals).body.dealId } : {};
};

/** What was to be done, and what became of it; `end` is `open`, `done`, `late`, `cancelled` or `reopened`. */
const task = (book, begin, due, end) => {
  const { chance, words } = book;
  const kind = chance.pick(['call', 'call', 'todo', 'visit', 'meeting']);
  const actor = book.managerAt(begin);
  const taskId = book.idOf('task');
  const isPlanned = book.tell(begin, actor, 'PlanTask', {
    ...{
      taskId,
      kind,
      subject: book.text(words.tasks[kind], { person: book.profile.contactPersons?.[0]?.name ?? book.profile.name }),
    },
    ...{ dueAt: book.calendar.coming(due), assignee: staff(actor) },
    ...(chance.maybe(40) && { remindAt: book.calendar.coming(due - 60) }),
    ...(chance.maybe(40) && dealBy(book, begin)),
  });
  if (!isPlanned) return;
  const act = (time, type, fields) => book.say(time, book.managerAt(time), type, { taskId, ...fields });
  if (chance.maybe(12)) act(begin + 15, 'ChangeTask', { dueAt: book.calendar.coming(due + DAY) });
  if (chance.maybe(8) && HEIRS[actor]) act(begin + 20, 'AssignTask', { assignee: staff(HEIRS[actor]) });
  if (end === 'open') return;
  if (end === 'cancelled') {
    act(due - 90, 'CancelTask', { reason: chance.pick(words.tasks.cancelled) });
    return;
  }
  const result = chance.maybe(80) ? { result: chance.pick(words.tasks.results) } : {};
  const time = end === 'late' ? due + 2 * DAY + 30 : due - 30;
  if (!act(time, 'CompleteTask', result) || end !== 'reopened') return;
  act(time + 40, 'ReopenTask', { reason: chance.pick(words.tasks.reopened) });
  act(book.after(time + 40, 1, 3), 'CompleteTask', { result: chance.pick(words.tasks.results) });
};

/** What salespeople have to do: some of it done, some of it late, some of it to come. */
export const tasks = (books) => {
  for (const book of books.filter(({ character }) => WORKED.includes(character))) {
    const { chance, calendar } = book;
    for (let left = chance.int(0, 2); left > 0; left -= 1) {
      const begin = book.between(200, 12);
      task(
        book,
        begin,
        book.after(begin, 2, 6),
        chance.pick(['done', 'done', 'done', 'late', 'cancelled', 'reopened']),
      );
    }
    if (chance.maybe(45))
      task(book, book.between(5, 1), calendar.office(chance.pick([-9, -5, -2, -1, 0]), chance), 'open');
    if (chance.maybe(10)) task(book, book.between(12, 8), calendar.office(chance.int(2, 6), chance), 'open');
  }
};
