import { basename } from 'node:path';

/** The counts of a step without tests. */
export const stepCounted = (status) => (status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/**
 * The counts of a suite that ended with `status` and wrote `text`, the JSON of Jest or the same counts. Skipped tests, files
 * that could not run, a missing result and a failure of the whole suite count as failed.
 */
export const counted = (status, text) => {
  const result = parsed(text);
  if (!result) return { passed: 0, failed: 1, why: 'it wrote no result' };
  const of = (...names) => names.reduce((sum, name) => sum + (result[name] ?? 0), 0);
  const passed = of('numPassedTests');
  const skipped = of('numPendingTests', 'numTodoTests');
  const failed = of('numFailedTests', 'numRuntimeErrorTestSuites') + skipped;
  if (skipped > 0) return { passed, failed, why: `${skipped} of them skipped` };
  if (failed > 0) return { passed, failed };
  if (passed === 0) return { passed, failed: 1, why: 'there were no tests' };
  return status === 0
    ? { passed, failed }
    : { passed, failed: 1, why: `every test passed, but it ended with ${status}` };
};

/** The names of what failed, each "file: title", in `text`, the JSON of Jest. A file that could not run has its message instead. */
export const failuresIn = (text) =>
  (parsed(text)?.testResults ?? []).flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
    const broken = failed.length === 0 && message ? [message.trim().split('\n')[0]] : [];
    return [...failed, ...broken].map((title) => `${basename(name)}: ${title}`);
  });

const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
