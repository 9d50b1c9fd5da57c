/** A separate file, so that a thread loads telemetry with its many dependencies only when it traces. */
export { openTracing } from '@annals/telemetry';
