import type { EngineState, Words } from '@annals/event-sourcing';

/** What an operator has to know of a state: the alert, the health check and the manual are derived from it. */
export type StateEntry = {
  readonly severity: 'critical' | 'warning';
  /** Minutes that it may last before the alert. */
  readonly minutes: number;
  /** One sentence for the alert. */
  readonly summary: Words;
  /** What goes on meanwhile. */
  readonly meanwhile: Words;
  /** What to do. */
  readonly remedy: Words;
};

/** Every state of an engine that is not as it should be. */
export const ENGINE_STATES: Readonly<Record<EngineState, StateEntry>> = {
  LogAway: {
    severity: 'critical',
    minutes: 1,
    summary: { en: 'The event log does not answer.', zh: '事件日志没有响应。' },
    meanwhile: {
      en: 'Pages, lists and reports are answered from the views with the rights last known, for `RIGHTS_PATIENCE` seconds, and carry `Annals-Stale`. Commands, event bodies of the history, pages of a past moment and replays are answered with 503 `LogUnavailable` within five seconds.',
      zh: '页面、列表和报表继续由视图提供，按最后已知的权限，持续 `RIGHTS_PATIENCE` 秒，并带有 `Annals-Stale`。命令、历史事件内容、历史时点页面和重放在五秒内返回 503 `LogUnavailable`。',
    },
    remedy: {
      en: 'Start EventStoreDB, or wait until it has a leader. Annals goes on by itself, and stores each repeated command once.',
      zh: '启动 EventStoreDB，或等待其选出主节点。Annals 会自动恢复，重复发送的命令只保存一次。',
    },
  },
  LogRefused: {
    severity: 'critical',
    minutes: 0,
    summary: {
      en: 'The event log refuses the user, the password or the certificate of Annals.',
      zh: '事件日志拒绝 Annals 的用户、密码或证书。',
    },
    meanwhile: {
      en: 'As with `LogAway`. A process that starts ends at once with the reason.',
      zh: '与 `LogAway` 相同；正在启动的进程会立即退出并说明原因。',
    },
    remedy: {
      en: 'Correct `EVENT_STORE_URL` (user, password, `tlsCAFile`, host) or the user in EventStoreDB, and restart.',
      zh: '更正 `EVENT_STORE_URL`（用户、密码、`tlsCAFile`、主机）或 EventStoreDB 中的用户，然后重启。',
    },
  },
  DiskFull: {
    severity: 'critical',
    minutes: 0,
    summary: { en: 'The disk of the event log is full.', zh: '事件日志所在磁盘已满。' },
    meanwhile: {
      en: 'Commands are answered with 503 `LogUnavailable`; reads go on, and nothing is lost.',
      zh: '命令返回 503 `LogUnavailable`；读取照常，数据不会丢失。',
    },
    remedy: { en: 'Make room. Annals goes on by itself.', zh: '请腾出空间，Annals 会自动恢复。' },
  },
  LogNotWritable: {
    severity: 'critical',
    minutes: 0,
    summary: { en: 'The file of the event log cannot be written.', zh: '事件日志文件无法写入。' },
    meanwhile: {
      en: 'Commands are answered with 503 `LogUnavailable`; reads go on, and nothing is lost.',
      zh: '命令返回 503 `LogUnavailable`；读取照常，数据不会丢失。',
    },
    remedy: {
      en: 'The code of SQLite in the log of the program says why: the disk is read-only or broken, or another program locks the file. Annals goes on by itself.',
      zh: '程序日志中的 SQLite 代码说明原因：磁盘只读或损坏，或其他程序锁定了文件。解决后 Annals 会自动恢复。',
    },
  },
  ViewsAway: {
    severity: 'critical',
    minutes: 1,
    summary: {
      en: 'MongoDB, which holds views and records, does not answer.',
      zh: '存放视图和记录的 MongoDB 没有响应。',
    },
    meanwhile: {
      en: 'Reads and sign-ins are answered with 503 `ViewsUnavailable`. Events are not lost: views catch up.',
      zh: '读取和登录返回 503 `ViewsUnavailable`。事件不会丢失，视图随后会追上。',
    },
    remedy: {
      en: 'Start MongoDB, or wait until its replica set has a primary. Annals goes on by itself.',
      zh: '启动 MongoDB，或等待副本集选出主节点。Annals 会自动恢复。',
    },
  },
  ViewsRefused: {
    severity: 'critical',
    minutes: 0,
    summary: {
      en: 'MongoDB refuses the user, the password or the certificate of Annals.',
      zh: 'MongoDB 拒绝 Annals 的用户、密码或证书。',
    },
    meanwhile: {
      en: 'As with `ViewsAway`. A process that starts ends at once with the reason.',
      zh: '与 `ViewsAway` 相同；正在启动的进程会立即退出并说明原因。',
    },
    remedy: {
      en: 'Correct `READ_STORE_URL` or the user in MongoDB, and restart.',
      zh: '更正 `READ_STORE_URL` 或 MongoDB 中的用户，然后重启。',
    },
  },
  KafkaAway: {
    severity: 'critical',
    minutes: 2,
    summary: { en: 'Kafka does not answer.', zh: 'Kafka 没有响应。' },
    meanwhile: {
      en: 'Commands and queries go on. Events wait in the log, and messages in their topics; none is lost.',
      zh: '命令和查询照常。事件保留在日志中，消息保留在其主题中，均不会丢失。',
    },
    remedy: {
      en: 'Start Kafka, or correct `KAFKA_BROKERS`. The relay goes on by itself.',
      zh: '启动 Kafka，或更正 `KAFKA_BROKERS`。relay 会自动恢复。',
    },
  },
  TopicNotOfLog: {
    severity: 'critical',
    minutes: 0,
    summary: {
      en: 'The topic of events has events of another log, or events that the log no longer has.',
      zh: '事件主题中有其他日志的事件，或日志中已不存在的事件。',
    },
    meanwhile: {
      en: 'The relay sends nothing, so that consumers do not mix two histories. Everything else goes on.',
      zh: 'relay 不再发送，以免消费者混用两段历史；其他功能照常。',
    },
    remedy: {
      en: 'The `trouble` in `/health/ready` names both. After a restore: stop every relay, delete the topic, run `annals relay reset`, start the relays; events keep their `ce_id`.',
      zh: '`/health/ready` 中的 `trouble` 指明两者。恢复备份后：停止所有 relay，删除主题，运行 `annals relay reset`，再启动 relay；事件的 `ce_id` 不变。',
    },
  },
  MessagesStandStill: {
    severity: 'warning',
    minutes: 5,
    summary: {
      en: 'Messages stand still, because the next one of a partition fails again and again, or Kafka answers with errors.',
      zh: '消息停滞：某分区的下一条消息反复处理失败，或 Kafka 一直返回错误。',
    },
    meanwhile: {
      en: 'Other partitions go on, and the message is tried again every five seconds.',
      zh: '其他分区照常，该消息每五秒重试一次。',
    },
    remedy: {
      en: 'The `trouble` in `/health/ready` of the relay names partition, offset and reason. If the message can never be processed, move the offset of the consumer group `annals` behind it with `kafka-consumer-groups`, while the relays are stopped.',
      zh: '在 relay 的 `/health/ready` 中，`trouble` 指明分区、偏移量和原因。如该消息永远无法处理，请停止 relay 后用 `kafka-consumer-groups` 将消费组 `annals` 的偏移量移到其后。',
    },
  },
};
