import type { LogFault } from '@annals/event-sourcing';
import type { StateEntry } from './engine-states.js';

const VERIFY = {
  en: '`annals verify` goes through the whole log and lists everything.',
  zh: '`annals verify` 检查整个日志并列出所有问题。',
};

/** What can be wrong with a log whose engine works. */
export const LOG_STATES: Readonly<Record<LogFault['kind'], StateEntry>> = {
  EventUnreadable: {
    severity: 'warning',
    minutes: 0,
    summary: { en: 'An event of Annals cannot be read.', zh: '有一个 Annals 事件无法读取。' },
    meanwhile: {
      en: 'Its type, version, metadata or data are not what this program knows. The documents that it concerns are parked, and commands on its stream are refused with 409 `HistoryIncomplete`; everything else goes on. Feeds, Kafka and policies pass over it.',
      zh: '其类型、版本、元数据或数据不是本程序所认识的。相关文档被搁置，对该流的命令返回 409 `HistoryIncomplete`；其他一切照常。事件订阅、Kafka 和策略会跳过它。',
    },
    remedy: {
      en: `If a newer program wrote it, start that one and retry the parked documents; otherwise restore the event from a backup, or skip it with a reason. ${VERIFY.en}`,
      zh: `若由较新的程序写入，请启动该版本并重试被搁置的文档；否则从备份恢复该事件，或注明原因后跳过。${VERIFY.zh}`,
    },
  },
  StreamIncomplete: {
    severity: 'warning',
    minutes: 0,
    summary: { en: 'A stream lacks events.', zh: '有一个流缺少事件。' },
    meanwhile: {
      en: 'It was deleted, truncated or has a gap. Commands and reads of its record are refused with 409 `HistoryIncomplete`, and the page, the history and the lists that show it say so in `Annals-Incomplete`; all other records go on.',
      zh: '该流被删除、截断或中间缺失。对该记录的命令和读取返回 409 `HistoryIncomplete`，客户页面、历史及相关列表会在 `Annals-Incomplete` 中注明；其他记录照常。',
    },
    remedy: { en: `Restore the events from a backup. ${VERIFY.en}`, zh: `请从备份恢复这些事件。${VERIFY.zh}` },
  },
  EventsMissing: {
    severity: 'critical',
    minutes: 0,
    summary: { en: 'The log has no event at a position that it gave.', zh: '日志中某个已分配的位置没有事件。' },
    meanwhile: {
      en: 'Rows were removed from the file, because Annals never leaves a position out. Everything goes on with the events that are there.',
      zh: '有人从文件中删除了记录，因为 Annals 从不跳过位置。系统以现有事件继续运行。',
    },
    remedy: {
      en: `Find out who had access to the file, and restore a backup. ${VERIFY.en}`,
      zh: `请查明谁访问过该文件，并恢复备份。${VERIFY.zh}`,
    },
  },
  OutOfOrder: {
    severity: 'critical',
    minutes: 0,
    summary: { en: 'A stream has its events in another order than the log.', zh: '某个流的事件顺序与日志不一致。' },
    meanwhile: {
      en: 'The file was changed, because an event is always stored after the one before it. Everything goes on with the events as they are.',
      zh: '有人更改了文件，因为事件总是存放在其前一个事件之后。系统按现有事件继续运行。',
    },
    remedy: {
      en: `Find out who had access to the file, and restore a backup. ${VERIFY.en}`,
      zh: `请查明谁访问过该文件，并恢复备份。${VERIFY.zh}`,
    },
  },
};
