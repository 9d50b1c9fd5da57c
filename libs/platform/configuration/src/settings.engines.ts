import { KAFKA_MECHANISMS } from './configuration.js';
import { broker, connection, listOf, oneOf, text, whole } from './reader.js';
import { optional, secret, setting } from './setting.js';

/** Where events and views are stored, Kafka, and how processes share the work. */
export const engineSettings = {
  eventStoreUrl: secret(
    'EVENT_STORE_URL',
    {
      en: 'Connection string of an EventStoreDB for the event log, such as esdb://user:password@host:2113; without it the log is a file in the data folder',
      zh: '存放事件日志的 EventStoreDB 连接串，例如 esdb://user:password@host:2113；不设置时日志保存在数据目录的文件中',
    },
    connection('esdb', 'esdb+discover', 'kurrentdb', 'kurrentdb+discover', 'kdb', 'kdb+discover'),
  ),
  readStoreUrl: secret(
    'READ_STORE_URL',
    {
      en: 'Connection string of a MongoDB for views, records and stored files, such as mongodb://user:password@host:27017/annals; without it they are in the data folder',
      zh: '存放视图、记录和文件的 MongoDB 连接串，例如 mongodb://user:password@host:27017/annals；不设置时保存在数据目录中',
    },
    connection('mongodb', 'mongodb+srv'),
  ),
  rightsPatience: setting(
    'RIGHTS_PATIENCE',
    '300',
    {
      en: 'Seconds for which pages, lists and reports are answered with the last known rights while the event log does not answer; after that they are answered with 503',
      zh: '事件日志没有响应时，页面、列表和报表按最后已知的权限继续提供服务的秒数；超过后返回 503',
    },
    whole(0, 86_400, 'seconds'),
  ),
  kafkaBrokers: setting(
    'KAFKA_BROKERS',
    'none',
    {
      en: 'Kafka brokers as host:port; required by the relay process',
      zh: 'Kafka 代理地址（host:port）；relay 进程必须设置',
    },
    listOf(broker),
  ),
  kafkaTls: setting(
    'KAFKA_TLS',
    'off',
    { en: 'Whether connections to Kafka use TLS', zh: '连接 Kafka 时是否使用 TLS' },
    oneOf(['off', 'on']),
  ),
  kafkaUser: optional(
    'KAFKA_USER',
    {
      en: 'User name for Kafka, if the brokers require authentication',
      zh: '登录 Kafka 的用户名（代理要求身份验证时）',
    },
    text('a name'),
  ),
  kafkaPassword: secret(
    'KAFKA_PASSWORD',
    { en: 'Password of the Kafka user', zh: 'Kafka 用户的密码' },
    text('a password'),
  ),
  kafkaMechanism: setting(
    'KAFKA_SASL',
    'scram-sha-512',
    { en: 'SASL mechanism with which the Kafka user authenticates', zh: 'Kafka 用户进行身份验证的 SASL 机制' },
    oneOf(KAFKA_MECHANISMS),
  ),
  kafkaPartitions: setting(
    'KAFKA_PARTITIONS',
    '12',
    { en: 'Partitions of topics that Annals creates', zh: 'Annals 创建的主题的分区数' },
    whole(1, 10_000),
  ),
  projectorLanes: setting(
    'PROJECTOR_LANES',
    '1',
    {
      en: 'Number of lanes into which projector processes divide the work on views; it must be the same in every process',
      zh: '投影进程划分视图工作的通道数；所有进程必须相同',
    },
    whole(1, 256),
  ),
  relayLanes: setting(
    'RELAY_LANES',
    '1',
    {
      en: 'Number of lanes into which relay processes divide the work on Kafka; at most the number of partitions',
      zh: '中继进程划分 Kafka 工作的通道数；不超过分区数',
    },
    whole(1, 256),
  ),
  leaseSeconds: setting(
    'LEASE_SECONDS',
    '10',
    {
      en: 'Seconds after which another process takes over the work of a process that no longer renews its lease',
      zh: '进程停止续租超过该秒数后，由其他进程接管其工作',
    },
    whole(1, 300, 'seconds'),
  ),
} as const;
