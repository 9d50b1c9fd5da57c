/** A file of its own, which a thread loads only when it traces: it brings with it half of what the other thread runs on. */
export { openTracing } from '@annals/telemetry';
