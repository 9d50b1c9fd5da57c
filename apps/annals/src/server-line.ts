import { SETTINGS } from '@annals/configuration';
import { Command } from 'commander';
import { explain } from '@annals/composition';
import { serve } from './serve.js';

/** `npm start`. Exits with 1 and says why when Annals cannot start. */
export const runServer = async (argv: string[]): Promise<void> => {
  const program = new Command('npm start --')
    .description('Runs Annals: the API, the views and the clock.')
    .option('--sample', 'load the Northwind sample first: 91 customers, 830 deals')
    .allowExcessArguments(false)
    .addHelpText('after', `\nEnvironment:\n${settings()}`)
    .action(serve);
  try {
    await program.parseAsync(argv);
  } catch (error) {
    console.error(explain(error, process.env['DATA_DIR']));
    process.exit(1);
  }
};

const settings = () => {
  const width = Math.max(...SETTINGS.map(({ name }) => name.length));
  const line = ({ name, meaning, fallback }: (typeof SETTINGS)[number]) =>
    `  ${name.padEnd(width)}  ${meaning}${fallback === undefined ? '' : ` [${fallback}]`}`;
  return SETTINGS.map(line).join('\n');
};
