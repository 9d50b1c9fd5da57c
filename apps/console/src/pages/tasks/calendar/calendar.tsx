import { useState } from 'react';
import { Icon } from '../../../design/icon.js';
import { day as dayWords, month, weekday } from '../../../design/dates.js';
import { ErrorNotice, SkeletonLines } from '../../../design/states.js';
import { Tabs } from '../../../design/tabs.js';
import { useSession } from '../../../session/use-session.js';
import { tagOf, useLanguage, type Language } from '../../../words/language.js';
import { ActDrawer, type Act, type Task } from '../acts.js';
import { useTasksTexts } from '../texts.js';
import { dayOf, type Day } from '../../../design/days.js';
import { daysOf, SPANS, turned, type Span } from './days.js';
import { Entry } from './entry.js';
import { Subscription } from './subscription.js';
import { useCalendarState, useTasksOn, useTeam } from './use-calendar.js';
import { useMoving, type Moving } from './use-moving.js';

type State = ReturnType<typeof useCalendarState>;

/** Tasks by the day on which they are due, in the zone of the user. */
export const Calendar = () => {
  const [state, team, { userId }, t] = [useCalendarState(), useTeam(), useSession(), useTasksTexts()];
  const assignees = { mine: [userId], team, all: undefined }[state.whose];
  const { data, error, refetch } = useTasksOn(state.day, state.span, assignees);
  return (
    <>
      <Tools state={state} hasTeam={team.length > 0} />
      {error && <ErrorNotice error={error} retry={() => void refetch()} />}
      {!data && !error && <SkeletonLines count={8} />}
      {data?.next && <p className="muted">{t('notAll')}</p>}
      {data && <Days state={state} tasks={data.items} />}
    </>
  );
};

const Days = ({ state, tasks }: { readonly state: State; readonly tasks: readonly Task[] }) => {
  const [moving, language, t] = [useMoving(), useLanguage(), useTasksTexts()];
  const [act, begin] = useState<Act>();
  const days = daysOf(state.day, state.span);
  const byDay = Map.groupBy(tasks, ({ dueAt }) => dayOf(new Date(dueAt)));
  return (
    <>
      <div className={`calendar ${state.span}`}>
        {state.span !== 'day' && <Weekdays days={days.slice(0, 7)} language={language} />}
        {days.map((each) => (
          <DayCell key={each} day={each} tasks={byDay.get(each) ?? []} {...{ state, moving, begin }} />
        ))}
      </div>
      {tasks.length === 0 && <p className="muted calendar-none">{t('nothingDue')}</p>}
      {act && <ActDrawer key={`${act.command} ${act.task.taskId}`} {...act} onClose={() => begin(undefined)} />}
    </>
  );
};

const Weekdays = ({ days, language }: { readonly days: readonly Day[]; readonly language: Language }) => {
  const names = new Intl.DateTimeFormat(tagOf(language), { weekday: 'short' });
  return days.map((day) => (
    <span key={day} className="weekday" aria-hidden="true">
      {names.format(new Date(`${day}T00:00:00`))}
    </span>
  ));
};

const headingOf = (day: Day, span: Span, language: Language): string => {
  if (span === 'month') return month(`${day}T00:00:00`, language);
  if (span === 'day') return dayWords(day, language);
  const days = daysOf(day, span);
  return `${dayWords(days[0]!, language, true)} – ${dayWords(days.at(-1)!, language)}`;
};

const Tools = ({ state, hasTeam }: { readonly state: State; readonly hasTeam: boolean }) => {
  const [t, language] = [useTasksTexts(), useLanguage()];
  const { day, span, today, whose, show } = state;
  const all = hasTeam ? (['mine', 'team', 'all'] as const) : (['mine', 'all'] as const);
  return (
    <div className="calendar-tools">
      <button type="button" className="btn" aria-label={t('before')} onClick={() => show(turned(day, span, -1))}>
        <Icon name="left" />
      </button>
      <button type="button" className="btn" disabled={day === today} onClick={() => show(today)}>
        {t('today')}
      </button>
      <button type="button" className="btn" aria-label={t('after')} onClick={() => show(turned(day, span, 1))}>
        <Icon name="right" />
      </button>
      <h2 aria-live="polite">{headingOf(day, span, language)}</h2>
      <Subscription />
      <Tabs label={t('span')} all={SPANS} open={span} onOpen={state.showSpan} show={t} />
      <Tabs label={t('whose')} all={all} open={whose} onOpen={state.showTasksOf} show={t} />
    </div>
  );
};

type CellProps = {
  readonly day: Day;
  readonly tasks: readonly Task[];
  readonly state: State;
  readonly moving: Moving;
  readonly begin: (act: Act) => void;
};

const DayCell = ({ day, tasks, state: { today, day: shown, span, show }, moving, begin }: CellProps) => {
  const language = useLanguage();
  const isOther = span === 'month' && day.slice(0, 7) !== shown.slice(0, 7);
  const showIfAway = (to: Day) => {
    if (!daysOf(shown, span).includes(to)) show(to);
  };
  return (
    <section
      className={`day ${isOther ? 'other' : ''} ${tasks.length === 0 ? 'free' : ''}`}
      aria-current={day === today ? 'date' : undefined}
      {...moving.dropAt(day)}
    >
      <h3>
        <span className="of-month">{Number(day.slice(8))}</span>
        <span className="whole">{weekday(new Date(`${day}T00:00:00`), language)}</span>
      </h3>
      {tasks.map((task) => (
        <Entry key={task.taskId} {...{ task, moving, begin }} show={showIfAway} />
      ))}
    </section>
  );
};
