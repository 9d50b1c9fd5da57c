import { SETTINGS } from '@annals/configuration';
import { readFileSync } from 'node:fs';
import { slices } from './slices.js';

const readme = readFileSync(`${import.meta.dirname}/../../../README.md`, 'utf8');
const rows = readme.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));

const all = [...SETTINGS, ...slices.flatMap(({ settings }) => Object.values(settings))];

it.each(all.map(({ name, fallback, meaning }) => ({ name, fallback, meaning })))(
  'is explained in the README: $name',
  ({ name, fallback, meaning }) => {
    const [, , shown, explained] = rows.find(([, cell]) => cell === `\`${name}\``) ?? [];
    expect({ shown, explained }).toEqual({
      shown: fallback === undefined ? '' : `\`${fallback}\``,
      explained: meaning,
    });
  },
);
