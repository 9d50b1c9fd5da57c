import { Presets, SingleBar } from 'cli-progress';

/** A bar on standard error, so that what a command prints can be piped. `tail` may name `{rate}` and payload fields. */
export const progressBar = (title: string, tail = '') =>
  new SingleBar(
    {
      format: `${title} {bar} {percentage} %  {value}/{total}${tail}  {eta_formatted} left`,
      stream: process.stderr,
      hideCursor: true,
      etaBuffer: 100,
      noTTYOutput: false,
      formatValue: (value, _, type) => (type === 'value' || type === 'total' ? value.toLocaleString('en') : `${value}`),
    },
    Presets.shades_classic,
  );
