import { LOG_FORMATS, LOG_LEVELS } from './configuration.js';
import { oneOf, ratio, text, url, whole } from './reader.js';
import { optional, setting } from './setting.js';

/** Health, traces and the log of the program. */
export const observationSettings = {
  lagEvents: setting(
    'LAG_LIMIT',
    '1000',
    {
      en: 'Number of events that a view may be behind the log before it must make progress to count as healthy',
      zh: '视图落后日志的事件数上限；超过后必须持续推进才视为健康',
    },
    whole(1, 100_000),
  ),
  lagSeconds: setting(
    'LAG_PATIENCE',
    '30',
    {
      en: 'Seconds without progress after which a view that exceeds LAG_LIMIT counts as unhealthy',
      zh: '超过 LAG_LIMIT 的视图停滞达到该秒数后视为不健康',
    },
    whole(1, 3_600, 'seconds'),
  ),
  traceEndpoint: optional(
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    {
      en: 'URL of the OpenTelemetry collector that receives traces, such as http://collector:4318; without it nothing is traced',
      zh: '接收跟踪数据的 OpenTelemetry 收集器 URL，例如 http://collector:4318；不设置时不跟踪',
    },
    url,
  ),
  serviceName: setting(
    'OTEL_SERVICE_NAME',
    'annals',
    {
      en: 'Name of the process in traces; a process of a distributed installation is called annals-sales, for example, if it is not set',
      zh: '进程在跟踪数据中的名称；分布式部署的进程未设置时称为 annals-sales 等',
    },
    text('a name'),
  ),
  traceRatio: setting(
    'OTEL_TRACES_SAMPLER_ARG',
    '1',
    {
      en: 'Share of requests without an incoming trace that are sampled (0–1)',
      zh: '对未携带跟踪信息的请求的采样比例（0–1）',
    },
    ratio,
  ),
  logLevel: setting(
    'LOG_LEVEL',
    'info',
    { en: 'Lowest level that is logged', zh: '记录日志的最低级别' },
    oneOf(LOG_LEVELS),
  ),
  logFormat: setting(
    'LOG_FORMAT',
    'text',
    { en: 'Format of the log: text for people, json for programs', zh: '日志格式：text 供人阅读，json 供程序处理' },
    oneOf(LOG_FORMATS),
  ),
} as const;
