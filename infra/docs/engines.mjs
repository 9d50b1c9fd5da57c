import { ENGINE_STATES, LOG_STATES } from '@annals/telemetry';
import { section, table } from './markdown.mjs';

const states = Object.entries(ENGINE_STATES);
const faults = Object.entries(LOG_STATES);

/** The page of the states of engines. */
export const enginesPage = () =>
  `${[
    section(
      1,
      'States of engines',
      'What an engine can suffer, and what Annals does meanwhile. Each state has this word in `/health/ready`, in the log of the program (one line a minute at most, with the kind of the error, the engine, its address, the category of the stream and the duration), in the metric `annals_engine_state{state="…"}` and in an [alert](../../infra/observability/alerts.engines.yml). Written by `npm run generate`; do not edit.',
      '各引擎可能出现的状态，以及 Annals 在此期间的行为。每个状态以同一个词出现在 `/health/ready`、程序日志（每分钟最多一行，含错误种类、引擎、地址、流的类别和耗时）、指标 `annals_engine_state{state="…"}` 和告警中。',
    ),
    tableOf(states),
    ...states.map(paragraph),
    section(
      1,
      'What can be wrong with a log',
      'The engine works, but the log is not whole. Each word is in `warnings` of `/health/ready`, which stays 200, in a line of the log of the program, in the metric `annals_log_faults{kind="…"}`, in `annals status` and in an alert. Annals looks for what is missing after each start, before each rebuild, and in back-ups.',
      '引擎正常，但日志不完整。每个词出现在 `/health/ready`（仍为 200）的 `warnings`、程序日志、指标 `annals_log_faults{kind="…"}`、`annals status` 和告警中。每次启动后、每次重建前以及备份时，Annals 都会检查缺失的事件。',
    ),
    tableOf(faults),
    ...faults.map(paragraph),
  ].join('\n\n')}\n`;

const tableOf = (entries) =>
  table(
    ['state', 'meaning', '含义', 'alert'],
    entries.map(([name, { summary, severity, minutes }]) => [
      `[${name}](#${name.toLowerCase()})`,
      summary.en,
      summary.zh,
      `${severity}, after ${minutes} min`,
    ]),
  );

const paragraph = ([name, { summary, meanwhile, remedy }]) =>
  section(
    2,
    name,
    `${summary.en} ${meanwhile.en} **What to do:** ${remedy.en}`,
    `${summary.zh}${meanwhile.zh}**处理：**${remedy.zh}`,
  );

/** Rules of Prometheus, one for each state. */
export const engineAlerts = () =>
  `groups:\n  - name: engines\n    rules:\n${[...states.map(alert), ...faults.map(faultAlert)].join('\n')}`;

const alert = (state) => rule(state, `annals_engine_state{state="${state[0]}"}) == 1`);
const faultAlert = (fault) => rule(fault, `annals_log_faults{kind="${fault[0]}"}) > 0`);

const rule = ([name, { severity, minutes, summary, remedy }], condition) => `      - alert: ${name}
        expr: max by (process) (${condition}
        for: ${minutes}m
        labels: { severity: ${severity} }
        annotations:
          summary: '{{ $labels.process }}: ${quoted(summary.en)}'
          description: '${quoted(remedy.en)}'
`;

const quoted = (text) => text.replaceAll("'", "''");
