import { ENGINE_STATES } from '@annals/telemetry';
import { section, table } from './markdown.mjs';

const states = Object.entries(ENGINE_STATES);

/** The page of the states of engines. */
export const enginesPage = () =>
  `${[
    section(
      1,
      'States of engines',
      'What an engine can suffer, and what Annals does meanwhile. Each state has this word in `/health/ready`, in the log of the program (one line a minute at most, with the kind of the error, the engine, its address, the category of the stream and the duration), in the metric `annals_engine_state{state="…"}` and in an [alert](../../infra/observability/alerts.engines.yml). Written by `npm run generate`; do not edit.',
      '各引擎可能出现的状态，以及 Annals 在此期间的行为。每个状态以同一个词出现在 `/health/ready`、程序日志（每分钟最多一行，含错误种类、引擎、地址、流的类别和耗时）、指标 `annals_engine_state{state="…"}` 和告警中。',
    ),
    table(
      ['state', 'meaning', '含义', 'alert'],
      states.map(([name, { summary, severity, minutes }]) => [
        `[${name}](#${name.toLowerCase()})`,
        summary.en,
        summary.zh,
        `${severity}, after ${minutes} min`,
      ]),
    ),
    ...states.map(([name, { summary, meanwhile, remedy }]) =>
      section(
        2,
        name,
        `${summary.en} ${meanwhile.en} **What to do:** ${remedy.en}`,
        `${summary.zh}${meanwhile.zh}**处理：**${remedy.zh}`,
      ),
    ),
  ].join('\n\n')}\n`;

/** Rules of Prometheus, one for each state. */
export const engineAlerts = () => `groups:\n  - name: engines\n    rules:\n${states.map(alert).join('\n')}`;

const alert = ([name, { severity, minutes, summary, remedy }]) => `      - alert: ${name}
        expr: max by (process) (annals_engine_state{state="${name}"}) == 1
        for: ${minutes}m
        labels: { severity: ${severity} }
        annotations:
          summary: '{{ $labels.process }}: ${quoted(summary.en)}'
          description: '${quoted(remedy.en)}'
`;

const quoted = (text) => text.replaceAll("'", "''");
